// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.canonical.ShipmentNotice.Package;
import io.acornhub.labels.PackingList.Entry;
import io.acornhub.lifecycle.identifiers.Sscc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PackingListTest {
    private static final Pattern ROW = Pattern.compile("^(Carton|Pallet) \\d+/\\d+ (\\d{18})(?: .* (\\d+) EACH)?$");

    @Test
    void thePackingListEqualsTheNoticeSsccBySscc() {
        ShipmentNotice notice = Shipments.cartons(300);
        PackingList list = PackingLists.of(notice);
        Map<String, BigDecimal> listed = new LinkedHashMap<>();
        list.packages().forEach(e -> listed.put(e.sscc(), e.contents().isEmpty() ? null : e.contents().get(0).quantity()));
        assertThat(listed).hasSize(310).isEqualTo(quantities(notice));
        assertThat(list.totals().cartons()).isEqualTo(300);
        assertThat(list.totals().pallets()).isEqualTo(10);
        assertThat(list.totals().quantities()).containsExactly(new PackingList.Amount(new BigDecimal("45150"), "EACH"));
    }

    @Test
    void thePrintedOneEqualsTheNoticeSsccBySsccOverAllItsPages() throws IOException {
        ShipmentNotice notice = Shipments.cartons(300);
        try (PaperReader paper = printed(notice)) {
            Map<String, BigDecimal> read = new LinkedHashMap<>();
            for (String line : paper.lines()) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    assertThat(read.put(row.group(2), row.group(3) == null ? null : new BigDecimal(row.group(3)))).isNull();
                }
            }
            assertThat(read).isEqualTo(quantities(notice));
            int pages = paper.pages();
            assertThat(pages).isBetween(5, 12);
            for (int page = 1; page <= pages; page++) {
                assertThat(paper.lines(page, page)).contains("Package SSCC Order Item Description Lot / expiry Quantity")
                    .anyMatch(("Packing list of shipment SHP0004711 Page " + page + " of " + pages)::equals);
            }
            assertThat(paper.lines()).contains("Packages 10 pallets, 300 cartons", "Quantity 45150 EACH");
        }
    }

    @Test
    void whatStandsOnAPalletFollowsItAndCarriesOrderLotAndExpiry() {
        PackingList list = PackingLists.of(Shipments.palletised());
        assertThat(list.packages()).extracting(Entry::packageNo).containsExactly("P1", "C1", "C2");
        assertThat(list.packages()).extracting(Entry::depth).containsExactly(0, 1, 1);
        assertThat(list.packages().get(1).sscc()).as("without application identifier").isEqualTo(Shipments.sscc(1));
        PackingList.Line oil = list.packages().get(2).contents().get(1);
        assertThat(oil.poNumber()).isEqualTo("7QKX1M3B");
        assertThat(oil.itemId()).isEqualTo("OIL-500");
        assertThat(oil.lot()).isEqualTo("L2209");
        assertThat(oil.expiry()).isEqualTo("2027-06-30");
        assertThat(list.totals().orders()).containsExactly("4TG7Q2PX", "7QKX1M3B");
        assertThat(list.unpacked()).isEmpty();
    }

    @Test
    void nothingIsLeftOutHoweverOddThePackagesAre() throws IOException {
        List<Package> packages = List.of(carton("C1", "C2", 1), carton("C2", "C1", 2), carton("C3", "P9", 3), carton("C3", "P9", 3));
        ShipmentNotice notice = Shipments.with(Shipments.palletised().items(), packages, Shipments.FROM, Shipments.TO);
        PackingList list = PackingLists.of(notice);
        assertThat(list.packages()).extracting(Entry::packageNo).containsExactlyInAnyOrder("C1", "C2", "C3", "C3");
        assertThat(list.unpacked()).extracting(PackingList.Line::itemId).containsExactly("614141000203", "OIL-500");
        try (PaperReader paper = printed(notice)) {
            assertThat(paper.lines()).anyMatch(line -> line.startsWith("unpacked 4TG7Q2PX 614141000203"));
        }
        ShipmentNotice bare = Shipments.with(Shipments.palletised().items(), null, Shipments.FROM, Shipments.TO);
        assertThat(PackingLists.of(bare).unpacked()).hasSize(3);
    }

    private static Package carton(String no, String parent, long serial) {
        return new Package(no, parent, "CARTON", Shipments.sscc(serial), null, null, null, List.of(Shipments.content("1", "1")));
    }

    private static Map<String, BigDecimal> quantities(ShipmentNotice notice) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        notice.packages().forEach(p -> quantities.put(Sscc.read(p.sscc()).orElseThrow(),
            p.contents() == null ? null : p.contents().get(0).quantity().amount()));
        return quantities;
    }

    private static PaperReader printed(ShipmentNotice notice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackingListPdf.write(PackingLists.of(notice), out);
        return new PaperReader(out.toByteArray());
    }
}
