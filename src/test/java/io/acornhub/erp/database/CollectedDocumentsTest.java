// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.canonical.Charge;
import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.RoutingRequest;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.erp.Claim;
import io.acornhub.erp.Collected;
import io.acornhub.erp.ErpCollector;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.ErpSystem;
import io.acornhub.translation.CanonicalJson;
import io.acornhub.translation.CanonicalSchemas;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each kind of row becomes. On H2 in a file; {@link PostgresCollectedDocumentsTest} runs the same on PostgreSQL. */
class CollectedDocumentsTest {
    private static final CanonicalSchemas SCHEMAS = new CanonicalSchemas(Path.of("edi-mappings/canonical"));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 18);

    @TempDir
    private Path folder;

    private final InterfaceDatabases databases = new InterfaceDatabases(null);
    private ErpSystem system;
    private ErpCollector collector;
    private HikariDataSource pool;
    private ErpTables tables;

    TableDatabase fresh(Path inFolder) {
        return TableDatabase.h2(inFolder);
    }

    @BeforeEach
    void makeTables() {
        TableDatabase database = fresh(folder);
        Map<String, String> settings = new HashMap<>(database.system().settings());
        settings.put("zone", "America/New_York");
        system = TableDatabase.system(settings);
        collector = new InterfaceTablesCollector(databases, new IfaceCodeLists(), "hub-1",
            Clock.fixed(Instant.parse("2026-03-18T12:00:00Z"), ZoneOffset.UTC));
        collector.reap(system);
        pool = database.pool();
        tables = new ErpTables(new JdbcTemplate(pool));
    }

    @AfterEach
    void close() {
        databases.close();
        pool.close();
    }

    private Collected collect() {
        Claim claim = collector.claim(system, 1).get(0);
        return collector.read(system, claim);
    }

    /** What was collected, which must be what its JSON Schema says. */
    private <T> T document(Class<T> as) {
        Collected collected = collect();
        assertThat(SCHEMAS.check(DocumentType.ofTitle(collected.document().type()), CanonicalJson.tree(collected.document()))).isEmpty();
        collector.finish(system, collected, "01JZ");
        return as.cast(collected.document());
    }

    private List<String> faults() {
        Claim claim = collector.claim(system, 1).get(0);
        MappingFault fault = catchThrowableOfType(MappingFault.class, () -> collector.read(system, claim));
        collector.refuse(system, claim, fault.faults());
        return fault.faults().stream().map(Fault::element).toList();
    }

    private void line(long id, String line, String qty, String uom, Object... more) {
        tables.insert("iface_line", "header_id", id, "line_no", line, "buyer_item", "B0TEST0001", "vendor_item", "NW-KÄSE", "ean",
            "2001000000012", "qty", new BigDecimal(qty), "uom", uom);
        for (int i = 0; i < more.length; i += 2) {
            tables.jdbc().update("update iface_line set " + more[i] + " = ? where header_id = ? and line_no = ?", more[i + 1], id, line);
        }
    }

    private void shipment() {
        tables.doc(1, "SHIPMENT", "SHP0004711", "shipment_id", "SHP0004711", "vendor_code", "NWIND", "po_number", "4TESTPO1",
            "shipped_at", LocalDateTime.of(2026, 3, 18, 16, 30), "eta", LocalDateTime.of(2026, 3, 21, 8, 0), "bol_no", "BOL1", "pro_no",
            "PRO1", "amazon_ref", "ARN1", "freight_terms", "COLLECT", "transport_mode", "LTL", "scac", "ODFL", "carton_count", 2,
            "pallet_count", 1, "gross_weight", new BigDecimal("120.5"), "weight_uom", "LB");
        line(1, "10", "48", "EA", "lot_no", "L7", "expiry_date", LocalDate.of(2027, 1, 31));
        line(1, "2", "6", "CA", "pack_size", 6, "po_number", "4TESTPO2", "po_line_no", "001");
        tables.insert("iface_package", "header_id", 1, "package_no", 1, "parent_package_no", 3, "kind", "CARTON", "sscc",
            "00000012345000000017", "length", new BigDecimal("12.5"), "dim_uom", "IN");
        tables.insert("iface_package", "header_id", 1, "package_no", 2, "parent_package_no", 3, "kind", "CARTON", "sscc",
            "000012345000000024", "tracking_no", "1Z9");
        tables.insert("iface_package", "header_id", 1, "package_no", 3, "kind", "PALLET", "sscc", "000012345000000031");
        tables.insert("iface_package_item", "header_id", 1, "package_no", 1, "line_no", "10", "qty", 48, "lot_no", "L7");
        tables.insert("iface_package_item", "header_id", 1, "package_no", 2, "line_no", "2", "qty", 6, "uom", "CA");
        tables.insert("iface_party", "header_id", 1, "role", "SHIP_TO", "party_id", "FCX1", "id_type", "FC", "name", "Lager Köln");
        tables.insert("iface_text", "header_id", 1, "seq", 1, "text", "Vorsicht, Glas");
        tables.insert("iface_extra", "header_id", 1, "name", "dock", "content", "4");
    }

    @Test
    void aShipmentIsATreeOfPackagesWithItsTimesInTheSystemsZone() {
        shipment();

        ShipmentNotice notice = document(ShipmentNotice.class);

        assertThat(notice.shippedAt()).isEqualTo("2026-03-18T20:30:00Z");
        assertThat(notice.purpose()).isEqualTo("ORIGINAL");
        assertThat(notice.shipmentType()).isEqualTo("LESS_THAN_TRUCKLOAD");
        assertThat(notice.grossWeight().unit()).isEqualTo("POUND");
        assertThat(notice.poNumbers()).containsExactly("4TESTPO2", "4TESTPO1");
        assertThat(notice.items()).extracting(ShipmentNotice.Item::itemNo).containsExactly("2", "10");
        assertThat(notice.items()).extracting(ShipmentNotice.Item::poLineNo).containsExactly("001", "10");
        assertThat(notice.items().get(1).expiry()).isEqualTo("2027-01-31");
        assertThat(notice.packages()).extracting(ShipmentNotice.Package::packageNo).containsExactly("3", "1", "2");
        assertThat(notice.packages().get(1).sscc()).isEqualTo("000012345000000017");
        assertThat(notice.packages().get(1).contents().get(0).lot()).isEqualTo("L7");
        assertThat(notice.packages().get(1).contents().get(0).quantity().unit()).isEqualTo("EACH");
        assertThat(notice.packages().get(2).contents().get(0).lot()).isNull();
        assertThat(notice.parties().get(0).name()).isEqualTo("Lager Köln");
        assertThat(notice.texts()).containsExactly("Vorsicht, Glas");
        assertThat(notice.extras()).containsEntry("dock", "4");
    }

    @Test
    void theNextVersionOfAShipmentReplacesAndMayCancel() {
        shipment();
        tables.jdbc().update("update iface_doc set doc_version = 1");
        assertThat(document(ShipmentNotice.class).purpose()).isEqualTo("REPLACE");

        tables.jdbc().update("update iface_doc set status = 'NEW', processed_at = null, purpose = 'CANCEL', doc_version = 2");
        assertThat(document(ShipmentNotice.class).purpose()).isEqualTo("CANCEL");
    }

    @Test
    void whatIsWrongWithAShipmentIsSaidRowByRow() {
        shipment();
        tables.jdbc().update("update iface_line set uom = 'FOO' where line_no = '10'");
        tables.jdbc().update("update iface_line set ean = '20 01' where line_no = '2'");
        tables.jdbc().update("update iface_package set sscc = '12' where package_no = 1");
        tables.jdbc().update("update iface_package set parent_package_no = 9 where package_no = 2");
        tables.jdbc().update("update iface_doc set shipment_id = null, transport_mode = 'CAMEL', weight_uom = null");
        tables.insert("iface_package_item", "header_id", 1, "package_no", 3, "line_no", "77", "qty", 1);

        assertThat(faults()).contains("iface_doc.shipment_id", "iface_doc.transport_mode", "iface_doc.weight_uom", "iface_line[10].uom",
            "iface_line[2].ean", "iface_package[1].sscc", "iface_package[2].parent_package_no", "iface_package_item[3].line_no");
        assertThat(tables.jdbc().queryForList("select line_no from iface_error where field = 'sscc'", String.class)).containsExactly("1");
    }

    private void invoice(String type) {
        tables.doc(1, type, "INV-88123", "partner_doc_no", "INV-88123", "doc_date", DAY, "order_date", DAY.minusDays(8), "po_number",
            "4TESTPO1", "currency", "USD", "total_amount", new BigDecimal("627.10"), "terms_code", "Z030", "net_days", 30,
            "discount_pct", new BigDecimal("2"), "discount_days", 10, "shipment_id", "SHP0004711");
        line(1, "1", "48", "EA", "net_price", new BigDecimal("12.35"), "line_amount", new BigDecimal("592.80"), "tax_code", "GST",
            "tax_rate", new BigDecimal("5"), "tax_amount", new BigDecimal("29.64"));
        tables.insert("iface_charge", "header_id", 1, "seq", 1, "kind", "C", "code", "FREIGHT", "amount", new BigDecimal("10"));
        tables.insert("iface_charge", "header_id", 1, "seq", 2, "kind", "A", "code", "DISCOUNT", "amount", new BigDecimal("5.34"), "pct",
            new BigDecimal("0.9"));
        tables.insert("iface_charge", "header_id", 1, "seq", 3, "kind", "T", "code", "PST", "amount", new BigDecimal("0"), "pct",
            new BigDecimal("7"), "base_amount", new BigDecimal("592.80"), "jurisdiction", "BC", "registration", "PST-1234");
        tables.insert("iface_charge", "header_id", 1, "line_no", "1", "seq", 1, "kind", "C", "code", "PACKING", "amount",
            new BigDecimal("1"));
    }

    @Test
    void anInvoiceHasChargesAllowancesAndTaxesWhereTheyBelong() {
        invoice("INVOICE");

        Invoice invoice = document(Invoice.class);

        assertThat(invoice.kind()).isEqualTo("INVOICE");
        assertThat(invoice.total()).isEqualTo("627.1");
        assertThat(invoice.terms().netDays()).isEqualTo(30);
        assertThat(invoice.charges()).extracting(Charge::kind).containsExactly("CHARGE", "ALLOWANCE");
        assertThat(invoice.taxes()).singleElement().satisfies(tax -> assertThat(tax.jurisdiction()).isEqualTo("BC"));
        assertThat(invoice.lines()).singleElement().satisfies(line -> {
            assertThat(line.charges()).extracting(Charge::code).containsExactly("PACKING");
            assertThat(line.taxes().get(0).amount()).isEqualTo("29.64");
            assertThat(line.taxes().get(0).taxable()).isEqualTo("592.8");
            assertThat(line.price().currency()).isEqualTo("USD");
        });
    }

    @Test
    void aCreditNamesTheInvoiceItCorrectsAndItsAmountsArePositive() {
        invoice("CREDIT");
        tables.jdbc().update("update iface_doc set ref_doc_no = 'INV-88000'");
        Invoice credit = document(Invoice.class);
        assertThat(credit.kind()).isEqualTo("CREDIT");
        assertThat(credit.originalInvoice()).isEqualTo("INV-88000");

        tables.jdbc().update("update iface_doc set status = 'NEW', processed_at = null, total_amount = -627.10");
        tables.jdbc().update("update iface_charge set kind = 'X' where seq = 2");
        tables.jdbc().update("update iface_charge set line_no = '9' where line_no = '1'");
        assertThat(faults()).containsExactly("iface_charge[9].line_no", "iface_charge[-].kind", "iface_doc.total_amount");
    }

    @Test
    void stockIsAnAdviceThatMustSayWhetherItIsFull() {
        tables.doc(1, "STOCK", "2026-03-18", "doc_date", DAY, "currency", "USD", "purpose", "PARTIAL");
        line(1, "1", "40", "EA", "warehouse", "WH1", "next_qty", new BigDecimal("100"), "next_date", DAY.plusDays(9), "net_price",
            new BigDecimal("9.5"), "discontinued", "N");

        InventoryAdvice advice = document(InventoryAdvice.class);

        assertThat(advice.purpose()).isEqualTo("PARTIAL");
        assertThat(advice.lines()).singleElement().satisfies(line -> {
            assertThat(line.warehouse()).isEqualTo("WH1");
            assertThat(line.nextAvailable().unit()).isEqualTo("EACH");
            assertThat(line.discontinued()).isFalse();
        });
        tables.jdbc().update("update iface_doc set status = 'NEW', processed_at = null, purpose = null");
        tables.jdbc().update("update iface_line set discontinued = '?'");
        assertThat(faults()).containsExactly("iface_doc.purpose", "iface_line[1].discontinued");
    }

    @Test
    void aRoutingRequestIsALoadForEachOrder() {
        tables.doc(1, "ROUTING", "RR-1", "ready_at", LocalDateTime.of(2026, 3, 19, 7, 0), "vendor_code", "NWIND", "contact_name", "Jörg");
        tables.insert("iface_load", "header_id", 1, "seq", 1, "po_number", "4TESTPO1", "ship_to", "FCX1", "carton_count", 12,
            "gross_weight", new BigDecimal("144.5"), "weight_uom", "LB", "volume", new BigDecimal("30"), "volume_uom", "CF", "stackable",
            "Y");
        RoutingRequest request = document(RoutingRequest.class);
        assertThat(request.requestNumber()).isEqualTo("RR-1");
        assertThat(request.readyAt()).isEqualTo("2026-03-19T11:00:00Z");
        assertThat(request.orders().get(0).volume().unit()).isEqualTo("CUBIC_FOOT");
        assertThat(request.orders().get(0).stackable()).isTrue();

        tables.jdbc().update("update iface_doc set status = 'NEW', processed_at = null, ready_at = null");
        tables.jdbc().update("delete from iface_load");
        assertThat(faults()).containsExactly("iface_doc.ready_at", "iface_load.po_number");
    }

    @Test
    void anAcknowledgmentSaysWhetherItAnswersAChange() {
        tables.doc(1, "ORDER_ACK", "4TESTPO1", "po_number", "4TESTPO1", "purpose", "CHANGE");
        line(1, "1", "48", "EA");
        tables.insert("iface_schedule", "header_id", 1, "line_no", "1", "sched_no", 1, "action", "ACCEPT", "qty", 48);

        assertThat(document(OrderAcknowledgment.class).answers()).isEqualTo("CHANGE");
    }

    @Test
    void aPackageThatIsChangedAfterTheShipmentWasTakenIsNoticed() {
        shipment();
        String before = collect().contentHash();
        tables.jdbc().update("update iface_doc set status = 'NEW', priority = 1, updated_at = current_timestamp");
        assertThat(collect().contentHash()).isEqualTo(before);

        tables.jdbc().update("update iface_doc set status = 'NEW'");
        tables.jdbc().update("update iface_package set tracking_no = '1Z8' where package_no = 2");
        assertThat(collect().contentHash()).isNotEqualTo(before);
    }
}
