// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.infoset.Node;
import io.acornhub.reliability.WrittenOrder.Answer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The way through the hub and back, and what is held on it; the same on every database the hub runs on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpineTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    protected SpineHub hub;

    /** How the hub reaches its database. */
    protected abstract List<String> database();

    @BeforeAll
    void startHub(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        hub = new SpineHub(HubHome.copy(folder.resolve("home")), folder.resolve("data"), database()).start();
    }

    @AfterAll
    void stopHub() {
        hub.close();
    }

    /** An order nobody else has. */
    private static WrittenOrder order() {
        return WrittenOrder.of(3, NUMBER.incrementAndGet(), false);
    }

    private static long control() {
        return 200_000L + NUMBER.incrementAndGet();
    }

    private WrittenOrder delivered() {
        WrittenOrder order = order();
        hub.fromAmazon(OrderFiles.one(control(), order));
        hub.awaitState("850", order.po(), "DELIVERED");
        return order;
    }

    private void answer(WrittenOrder as) {
        answer(Ordrsp.of(as, control()));
    }

    private void answer(Node idoc) {
        hub.fromSap("ORDRSP_" + NUMBER.incrementAndGet() + ".idoc", hub.idocs().write(false, List.of(idoc)));
    }

    @Test
    void anOrderReachesSapAndTheTablesAndIsAnsweredWithA997() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        hub.fromAmazon(file);
        String po = file.orders().get(0).po();
        hub.awaitState("850", po, "DELIVERED");
        assertThat(hub.awaitToSap(po)).startsWith("EDI_DC40").contains("ORDERS05");
        assertThat(hub.jdbc().queryForObject("select count(*) from iface_doc where po_number = ? and direction = 'I'",
            Integer.class, po)).isOne();
        assertThat(hub.awaitToAmazon("AK1*PO*" + file.groups().get(0))).contains("AK9*A*1*1*1");
    }

    @Test
    void sapsAnswerGoesBackAsAn855AndAmazons997ClosesIt() {
        WrittenOrder order = delivered();
        answer(order);
        String answer = hub.awaitToAmazon("*" + order.po() + "*");
        assertThat(answer).contains("ST*855*");
        Map<String, Object> sent = hub.awaitState("ORDRSP", order.po(), "SENT");
        assertThat(sent).containsEntry("validated_light", "green").containsEntry("delivered_light", "green")
            .containsEntry("acknowledged_light", "amber").containsEntry("proven_light", "grey");
        String group = answer.split("GS\\*")[1].split("\\*")[5];
        long own = control();
        hub.fromAmazon("997-" + own + ".edi", FakeAmazon.acknowledgment(own, group, "0001", "A"));
        assertThat(hub.awaitState("ORDRSP", order.po(), "CLOSED")).containsEntry("acknowledged_light", "green");
    }

    @Test
    void a997ThatRejectsIsSeen() {
        WrittenOrder order = delivered();
        answer(order);
        String group = hub.awaitToAmazon("*" + order.po() + "*").split("GS\\*")[1].split("\\*")[5];
        long own = control();
        hub.fromAmazon("997-" + own + ".edi", FakeAmazon.acknowledgment(own, group, "0001", "R"));
        assertThat(hub.awaitState("ORDRSP", order.po(), "REJECTED")).containsEntry("acknowledged_light", "red");
    }

    @Test
    void aSetThatNoAgreementKnowsIsRejectedKeptAndShown() {
        long own = control();
        String catalog = OrderFiles.one(own, order()).text().replace("GS*PO*", "GS*SC*").replace("ST*850*", "ST*832*");
        hub.fromAmazon("832-" + own + ".edi", catalog.getBytes(StandardCharsets.US_ASCII));
        assertThat(hub.awaitToAmazon("AK2*832*")).contains("AK1*SC*", "AK5*R*1", "AK9*R*1*1*0");
        Map<String, Object> row = SpineHub.patiently("the 832").until(() -> hub.jdbc().queryForList(
            "select d.id, d.state, i.sha256 from document d join interchange i on i.id = d.interchange_id where d.message = '832'"),
            rows -> rows.size() == 1).get(0);
        assertThat(row).containsEntry("state", "REJECTED");
        assertThat(hub.jdbc().queryForList("select detail from event where subject = ? and what = 'rejected'", String.class, row.get("id")))
            .singleElement().asString().contains("set 832 is not agreed with this partner");
        assertThat(hub.jdbc().queryForObject("select count(*) from fault where subject = ? and code = 'SET_NOT_SUPPORTED'", Integer.class,
            row.get("id"))).isOne();
    }

    @Test
    void manyAnswersInOneXmlFileAreTakenApart() {
        List<WrittenOrder> orders = List.of(delivered(), delivered(), delivered());
        hub.fromSap("many.xml", hub.idocs().write(true, orders.stream().map(o -> Ordrsp.of(o, control())).toList()));
        for (WrittenOrder order : orders) {
            assertThat(hub.awaitToAmazon("*" + order.po() + "*")).contains("ST*855*");
        }
    }

    @Test
    void anAnswerInTheInterfaceTablesGoesBackAsAn855() {
        WrittenOrder plain = delivered();
        WrittenOrder order = new WrittenOrder(plain.po(), plain.lines(), Answer.LESS, true);
        FakeTableErp erp = new FakeTableErp(List.of(order), Set::of, Set::of);
        assertThat(erp.work(hub.jdbc().getDataSource())).isOne();
        assertThat(hub.awaitToAmazon("*" + order.po() + "*")).contains("ST*855*").contains("ACK*R2*");
        DataSource tables = hub.jdbc().getDataSource();
        SpineHub.patiently("row done").until(() -> new org.springframework.jdbc.core.JdbcTemplate(tables).queryForList(
            "select status from iface_doc where po_number = ? and direction = 'O'", String.class, order.po()), List.of("DONE")::equals);
    }

    @Test
    void theSameFileAgainIsAVisibleResendAndNoSecondOrder() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        hub.fromAmazon(file);
        hub.awaitState("850", file.orders().get(0).po(), "DELIVERED");
        hub.fromAmazon("again.edi", file.text().getBytes(StandardCharsets.US_ASCII));
        String again = hub.awaitInterchange("again.edi", "DUPLICATE");
        assertThat(hub.faults(again)).contains("INTERCHANGE_DUPLICATE");
        assertThat(hub.awaitToAmazon("TA1*" + String.format("%09d", file.control()))).contains("*025");
        assertThat(hub.documents("850", file.orders().get(0).po())).hasSize(1);
        assertThat(hub.toSap(file.orders().get(0).po())).hasSize(1);
    }

    @Test
    void theSameNumberWithOtherContentIsAnAlarm() {
        long control = control();
        OrderFiles.OrderFile file = OrderFiles.one(control, order());
        hub.fromAmazon(file);
        hub.awaitState("850", file.orders().get(0).po(), "DELIVERED");
        OrderFiles.OrderFile other = OrderFiles.one(control, order());
        hub.fromAmazon("other.edi", other.text().getBytes(StandardCharsets.US_ASCII));
        String alarm = hub.awaitInterchange("other.edi", "REJECTED");
        assertThat(hub.faults(alarm)).contains("INTERCHANGE_NUMBER_REUSED");
        assertThat(hub.toSap(other.orders().get(0).po())).isEmpty();
    }

    @Test
    void theSameOrderNumberAgainIsHeldAndNeverDeliveredNotEvenWhenReleased() {
        WrittenOrder order = delivered();
        hub.fromAmazon(OrderFiles.one(control(), order));
        SpineHub.patiently("second 850").until(() -> hub.documents("850", order.po()).size() == 2);
        Map<String, Object> second = hub.awaitState("850", order.po(), "HELD");
        assertThat(hub.holds(second.get("id"))).containsExactly("PURCHASE_ORDER_REPEATED");
        assertThat(hub.interventions().release((String) second.get("id"), "tester", "to see").done()).isTrue();
        SpineHub.patiently("held again").until(() -> hub.jdbc().queryForObject("select count(*) from hold where document_id = ?",
            Integer.class, second.get("id")) == 2);
        assertThat(hub.awaitState("850", order.po(), "HELD")).containsEntry("id", second.get("id"));
        assertThat(hub.toSap(order.po())).hasSize(1);
        assertThat(hub.jdbc().queryForObject("select count(*) from iface_doc where po_number = ?", Integer.class, order.po())).isOne();
    }

    @Test
    void anAnswerToAnUnknownOrderIsHeld() {
        WrittenOrder unknown = order();
        answer(unknown);
        assertThat(hub.holds(hub.awaitState("ORDRSP", unknown.po(), "HELD").get("id"))).containsExactly("ORDER_UNKNOWN");
        assertThat(hub.toAmazon(unknown.po())).isEmpty();
    }

    @Test
    void anAnswerThatLeavesALineOutIsHeldAndARowForItLetsTheNextPass() {
        WrittenOrder order = delivered();
        WrittenOrder.Line extra = new WrittenOrder.Line(77, 1, BigDecimal.ONE, order.lines().get(0).gtin(), "AC-0001");
        answer(new WrittenOrder(order.po(), List.of(extra), Answer.ALL, false));
        assertThat(hub.holds(hub.awaitState("ORDRSP", order.po(), "HELD").get("id"))).contains("LINE_NOT_ACKNOWLEDGED", "LINE_NOT_ORDERED");
        answer(order);
        hub.awaitState("ORDRSP", order.po(), "SENT");
    }

    @Test
    void anAnswerAboveTheOrdersQuantityIsHeldAndSentWhenReleased() {
        WrittenOrder order = delivered();
        answer(changed(order, 1, BigDecimal.ZERO));
        Map<String, Object> held = hub.awaitState("ORDRSP", order.po(), "HELD");
        assertThat(hub.holds(held.get("id"))).contains("QUANTITY_ABOVE_ORDER");
        assertThat(hub.toAmazon(order.po())).isEmpty();
        assertThat(hub.interventions().release((String) held.get("id"), "tester", "agreed by phone").done()).isTrue();
        hub.awaitState("ORDRSP", order.po(), "SENT");
        assertThat(hub.awaitToAmazon("*" + order.po() + "*")).contains("ST*855*");
    }

    @Test
    void anAnswerAboveTheOrdersPriceIsHeldAndNothingIsSentWhenDropped() {
        WrittenOrder order = delivered();
        answer(changed(order, 0, BigDecimal.TEN));
        Map<String, Object> held = hub.awaitState("ORDRSP", order.po(), "HELD");
        assertThat(hub.holds(held.get("id"))).contains("PRICE_ABOVE_ORDER");
        assertThat(hub.interventions().drop((String) held.get("id"), "tester", "wrong price").done()).isTrue();
        hub.awaitState("ORDRSP", order.po(), "DROPPED");
        assertThat(hub.toAmazon(order.po())).isEmpty();
    }

    @Test
    void anAnswerInAnotherUnitIsHeld() {
        WrittenOrder order = delivered();
        answer(Ordrsp.of(order, control(), "CS"));
        assertThat(hub.holds(hub.awaitState("ORDRSP", order.po(), "HELD").get("id"))).contains("UNIT_DIFFERS");
    }

    @Test
    void aSecondAnswerThatRevivesARejectedLineIsHeld() {
        WrittenOrder order = delivered();
        answer(new WrittenOrder(order.po(), order.lines(), Answer.NOTHING, false));
        hub.awaitState("ORDRSP", order.po(), "SENT");
        answer(order);
        SpineHub.patiently("second answer").until(() -> hub.documents("ORDRSP", order.po()).size() == 2);
        assertThat(hub.holds(hub.awaitState("ORDRSP", order.po(), "HELD").get("id"))).contains("REJECTED_LINE_REVIVED");
    }

    @Test
    void theSameIdocAgainGoesNoFurther() {
        WrittenOrder order = delivered();
        byte[] idoc = hub.idocs().write(false, List.of(Ordrsp.of(order, control())));
        hub.fromSap("once.idoc", idoc);
        hub.awaitState("ORDRSP", order.po(), "SENT");
        hub.fromSap("twice.idoc", idoc);
        String second = hub.awaitInterchange("twice.idoc", "REJECTED");
        assertThat(hub.jdbc().queryForList("select state from document where interchange_id = ?", String.class, second))
            .containsExactly("DROPPED");
        assertThat(hub.toAmazon("*" + order.po() + "*")).hasSize(1);
    }

    private static WrittenOrder changed(WrittenOrder order, int quantity, BigDecimal price) {
        return new WrittenOrder(order.po(), order.lines().stream().map(l -> new WrittenOrder.Line(l.number(), l.quantity() + quantity,
            l.price().add(price), l.gtin(), l.item())).toList(), Answer.ALL, false);
    }
}
