// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.SharedSamples;
import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderOverview;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The two chains of {@code shared/samples/amazon}, Amazon's side as it is there, through the whole hub: one answered by SAP with
 * IDocs, one by interface tables and a warehouse file. What leaves is what the samples say, but for envelope and control numbers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrittenChainsTest {
    private SpineHub hub;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        SharedSamples.sample("amazon/us-set1/01-850-4TG7Q2PX.edi");
        hub = new SpineHub(HubHome.copy(folder.resolve("home")), folder.resolve("data"), List.of()).start();
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void setOneIsOrderedAnsweredShippedOnAPalletBilledAndPaidWithTwoDeductions() throws IOException {
        fromAmazon("us-set1/01-850-4TG7Q2PX.edi", null);
        hub.awaitState("850", "4TG7Q2PX", "DELIVERED");
        hub.fromSap("ordrsp.xml", resource("us-set1/ordrsp.xml"));
        answered("ORDRSP", "4TG7Q2PX", "us-set1/04-997-for-855.edi", "302", "us-set1/03-855-4TG7Q2PX.edi");
        fromAmazon("us-more/754-routing-ASSUMED.edi", null);
        hub.awaitState("754", "4TG7Q2PX", "DELIVERED");
        hub.fromSap("desadv.xml", resource("us-set1/desadv.xml"));
        answered("DESADV", "4TG7Q2PX", "us-set1/06-997-for-856.edi", "303", "us-set1/05b-856-palletised.edi");
        hub.fromSap("invoic.xml", resource("us-set1/invoic.xml"));
        hub.awaitState("INVOIC", "4TG7Q2PX", "SENT");
        List<String> invoice = body(hub.awaitToAmazon("*INV-88123*"));
        assertThat(invoice).contains("TDS*59400", "ITD*01*3*2**30**60", "CTT*2*64");
        assertThat(invoice.get(0)).startsWith("BIG*20260309*INV-88123*20260302*4TG7Q2PX");
        acknowledge("INVOIC", "4TG7Q2PX", "us-set1/08-997-for-810.edi", "304");
        fromAmazon("us-set1/09-820-400123456.edi", null);
        hub.awaitState("820", "4TG7Q2PX", "DELIVERED");

        OrderFigures order = hub.bean(OrderOverview.class).figures("amazon-us", "4TG7Q2PX");
        assertThat(sum(order, OrderFigures.Line::ordered)).isEqualByComparingTo("90");
        assertThat(sum(order, OrderFigures.Line::accepted)).isEqualByComparingTo("64");
        assertThat(sum(order, OrderFigures.Line::backOrdered)).isEqualByComparingTo("8");
        assertThat(sum(order, OrderFigures.Line::rejected)).isEqualByComparingTo("18");
        assertThat(sum(order, OrderFigures.Line::shipped)).isEqualByComparingTo("64");
        assertThat(order.money().invoiced()).isEqualByComparingTo("594.00");
        assertThat(order.money().discount()).isEqualByComparingTo("11.88");
        assertThat(order.money().paid()).isEqualByComparingTo("558.60");
        assertThat(order.money().open()).isEqualByComparingTo("0.00");
        assertThat(order.money().deductions().values()).usingElementComparator(BigDecimal::compareTo)
            .containsExactlyInAnyOrder(new BigDecimal("14.70"), new BigDecimal("8.82"));
        assertThat(order.money().disputable()).isEqualByComparingTo("23.52");
    }

    @Test
    void setTwoInCasesAndEachesIsShippedAsParcelsAndItsRejectedInvoiceIsOpenWorkAgain() throws IOException {
        fromAmazon("us-set2/01-850-7QKX1M3B.edi", null);
        hub.awaitState("850", "7QKX1M3B", "DELIVERED");
        SetTwoErp erp = new SetTwoErp(hub.jdbc().getDataSource());
        erp.acknowledge();
        List<String> answer = body(hub.awaitToAmazon("*7QKX1M3B*"));
        assertThat(answer).isEqualTo(body(sample("us-set2/03-855-7QKX1M3B.edi")));
        hub.fromWarehouse("cartons.csv", resource("us-set2/cartons.csv"));
        List<String> shipment = body(hub.awaitToAmazon("*SHP0005101*"));
        assertThat(shipment).contains("MAN*GM*00106141410000000774", "MAN*CP*1Z999AA10123456784", "SN1**3*CA", "SN1**10*EA",
            "DTM*036*20270930", "CTT*6*13");
        erp.bill();
        List<String> invoice = body(hub.awaitToAmazon("*INV-90001*"));
        assertThat(invoice).contains("TDS*25390").anyMatch(s -> s.startsWith("SAC*C*D240***1000"));
        hub.awaitState("INVOICE", "7QKX1M3B", "SENT");
        acknowledge("INVOICE", "7QKX1M3B", "us-set2/08-997-rejects-810.edi", "313");
        hub.awaitState("INVOICE", "7QKX1M3B", "REJECTED");

        OrderFigures order = hub.bean(OrderOverview.class).figures("amazon-us", "7QKX1M3B");
        assertThat(sum(order, OrderFigures.Line::shipped)).isEqualByComparingTo("13");
        assertThat(order.money().invoiced()).isEqualByComparingTo("0");
        assertThat(new JdbcTemplate(hub.jdbc().getDataSource()).queryForList("select words from task where closed_at is null "
            + "and kind = 'CORRECT'", String.class)).anyMatch(w -> w.contains("INV-90001") || w.contains("7QKX1M3B"));
    }

    /** The document left as the sample says, and Amazon's acknowledgment of the sample closes it. */
    private void answered(String message, String po, String acknowledgment, String group, String expected) throws IOException {
        hub.awaitState(message, po, "SENT");
        List<String> wanted = body(sample(expected));
        String left = hub.awaitToAmazon("*" + wanted.get(0).split("\\*")[2] + "*" + wanted.get(0).split("\\*")[3]);
        assertThat(body(left)).isEqualTo(wanted);
        acknowledge(message, po, acknowledgment, group);
        hub.awaitState(message, po, "CLOSED");
    }

    /** Amazon's 997, for the group number under which our document really left. */
    private void acknowledge(String message, String po, String file, String group) throws IOException {
        String ours = hub.jdbc().queryForObject("select group_control from document where id = ?", String.class,
            hub.awaitState(message, po, "SENT").get("id"));
        fromAmazon(file, text -> text.replaceFirst("(AK1\\*[A-Z]{2}\\*)" + group, "$1" + ours));
    }

    private void fromAmazon(String file, Function<String, String> change) throws IOException {
        String text = sample(file);
        hub.fromAmazon(Path.of(file).getFileName().toString(),
            (change == null ? text : change.apply(text)).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String sample(String file) throws IOException {
        return Files.readString(SharedSamples.sample("amazon/" + file), StandardCharsets.ISO_8859_1);
    }

    private static byte[] resource(String file) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/chains").resolve(file));
    }

    /** The segments between ST and SE. */
    private static List<String> body(String interchange) {
        List<String> segments = Arrays.stream(interchange.split("~\\s*")).toList();
        int begin = 0;
        while (!segments.get(begin).startsWith("ST*")) {
            begin++;
        }
        int end = begin;
        while (!segments.get(end).startsWith("SE*")) {
            end++;
        }
        return segments.subList(begin + 1, end);
    }

    private static BigDecimal sum(OrderFigures order, Function<OrderFigures.Line, BigDecimal> figure) {
        return order.lines().stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
