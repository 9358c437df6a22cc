// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.Tasks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** SAP is told what became of each IDoc it gave: each code once, in rising order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusReportsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(800);
    private static final Pattern STATUS = Pattern.compile("<STATUS>(\\d\\d)</STATUS><STATYP>");
    private SpineHub hub;

    @BeforeAll
    void startHub(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        HubHome home = HubHome.copy(folder.resolve("home")).replace("config/erp/sap.yaml", "format: flat", "format: xml");
        hub = new SpineHub(home, folder.resolve("data"), List.of()).start();
    }

    @AfterAll
    void stopHub() {
        hub.close();
    }

    private static long control() {
        return 800_000L + NUMBER.incrementAndGet();
    }

    private WrittenOrder delivered() {
        WrittenOrder order = WrittenOrder.of(8, NUMBER.incrementAndGet(), false);
        hub.fromAmazon(OrderFiles.one(control(), order));
        hub.awaitState("850", order.po(), "DELIVERED");
        return order;
    }

    /** SAP's answer as an IDoc; its number. */
    private String answer(WrittenOrder order) {
        long number = control();
        hub.fromSap("ORDRSP_" + number + ".idoc", hub.idocs().write(false, List.of(Ordrsp.of(order, number))));
        return String.format("%016d", number);
    }

    /** Waits for what SAP was told of an IDoc, in the order it was made. */
    private void awaitCodes(String idoc, List<String> codes) {
        SpineHub.patiently("codes of " + idoc).until(() -> hub.jdbc().queryForList("select i.ingress_key from interchange i join document "
            + "d on d.interchange_id = i.id where d.set_control = ? and d.message = 'STATUS' and d.state = 'DELIVERED' order by d.id",
            String.class, idoc).stream().map(key -> key.substring(key.lastIndexOf('/') + 1)).toList(), codes::equals);
        assertThat(hub.toSapContaining(idoc).stream().flatMap(text -> STATUS.matcher(text.replaceAll(">\\s+<", "><")).results()
            .map((MatchResult r) -> r.group(1))).toList()).containsExactlyInAnyOrderElementsOf(codes);
    }

    private void acknowledge(String po, String verdict) {
        List<String> texts = hub.toAmazon("*" + po + "*");
        String group = texts.get(texts.size() - 1).split("GS\\*")[1].split("\\*")[5];
        long own = control();
        hub.fromAmazon("997-" + own + ".edi", FakeAmazon.acknowledgment(own, group, "0001", verdict));
    }

    /** SAP's word on our IDoc of that number. */
    private String heard(String number, String status, String words, String made) {
        long own = control();
        hub.fromSap("ALEAUD_" + own + ".xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <ALEAUD01><IDOC BEGIN="1"><EDI_DC40 SEGMENT="1"><TABNAM>EDI_DC40</TABNAM><MANDT>100</MANDT><DOCNUM>%016d</DOCNUM>
            <DOCREL>757</DOCREL><STATUS>30</STATUS><DIRECT>1</DIRECT><IDOCTYP>ALEAUD01</IDOCTYP><MESTYP>ALEAUD</MESTYP>
            <SNDPOR>SAPPRD</SNDPOR><SNDPRT>LS</SNDPRT><SNDPRN>PRDCLNT100</SNDPRN><RCVPOR>ACORNHUB</RCVPOR><RCVPRT>LS</RCVPRT>
            <RCVPRN>ACORNHUB</RCVPRN><CREDAT>20260310</CREDAT><CRETIM>082500</CRETIM></EDI_DC40>
            <E1ADHDR SEGMENT="1"><MESTYP>ORDERS</MESTYP><E1STATE SEGMENT="1">
            <DOCNUM>%s</DOCNUM><STATUS>%s</STATUS><STATXT>%s</STATXT><E1PRTOB SEGMENT="1"><LOGSYS>PRDCLNT100</LOGSYS>
            <OBJTYPE>BUS2032</OBJTYPE><OBJKEY>%s</OBJKEY></E1PRTOB></E1STATE></E1ADHDR></IDOC></ALEAUD01>
            """.formatted(own, number, status, words, made).strip().getBytes(StandardCharsets.UTF_8));
        return String.format("%016d", own);
    }

    private Map<String, Object> awaitHeard(String idoc, String state) {
        return SpineHub.patiently("ALEAUD " + idoc + " " + state).until(() -> hub.jdbc().queryForList("select d.* from document d "
            + "where d.message = 'ALEAUD' and d.set_control = ? and d.state = ?", idoc, state), rows -> rows.size() == 1).get(0);
    }

    @Test
    void whatSapSaysOfAnOrderIsKeptWithItAndARefusalIsWorkUntilItIsPosted() {
        WrittenOrder order = delivered();
        String id = (String) hub.awaitState("850", order.po(), "DELIVERED").get("id");
        Matcher ours = Pattern.compile("<DOCNUM>(\\d{16})</DOCNUM>").matcher(hub.awaitToSap(order.po()));
        assertThat(ours.find()).isTrue();
        awaitHeard(heard(ours.group(1), "51", "Sold-to party is blocked", ""), "CLOSED");
        assertThat(hub.bean(Tasks.class).of(id)).singleElement().satisfies(task -> {
            assertThat(task.words()).contains("850 " + order.po() + " was not posted").contains("Sold-to party is blocked");
            assertThat(task.closedAt()).isNull();
        });
        assertThat(hub.faults(id)).contains("APPLICATION_NOT_POSTED");
        assertThat(hub.bean(Alarms.class).find(Alarm.Kind.NOT_POSTED, "amazon-us", true, 10)).extracting(Alarm::documentId)
            .containsExactly(id);
        awaitHeard(heard(ours.group(1), "53", "Application document posted", "0005001001"), "CLOSED");
        assertThat(hub.jdbc().queryForList("select document_id from document_key where kind = 'sales order' and key_value = ?",
            String.class, "0005001001")).containsExactly(id);
        assertThat(hub.bean(Tasks.class).of(id)).extracting(Tasks.Task::closedBy).containsExactly("hub");
        assertThat(hub.bean(Alarms.class).find(Alarm.Kind.NOT_POSTED, "amazon-us", true, 10)).isEmpty();
    }

    @Test
    void whatSapSaysOfADocumentThatWasNeverDeliveredIsHeld() {
        Map<String, Object> held = awaitHeard(heard("0000000000004711", "53", "Application document posted", "1"), "HELD");
        assertThat(hub.holds(held.get("id"))).containsExactly("ACKNOWLEDGMENT_ORPHAN");
        assertThat(hub.interventions().release((String) held.get("id"), "tester", "another system's").done()).isTrue();
        SpineHub.patiently("closed").until(() -> hub.jdbc().queryForObject("select state from document where id = ?", String.class,
            held.get("id")), "CLOSED"::equals);
    }

    @Test
    void translatedSentAndAcknowledged() {
        WrittenOrder order = delivered();
        String idoc = answer(order);
        hub.awaitState("ORDRSP", order.po(), "SENT");
        awaitCodes(idoc, List.of("06", "12"));
        acknowledge(order.po(), "A");
        awaitCodes(idoc, List.of("06", "12", "16"));
    }

    @Test
    void aReportWhoseMessageWasLostIsSentSoonAndEachHasATrail() {
        WrittenOrder order = delivered();
        String idoc = answer(order);
        awaitCodes(idoc, List.of("06", "12"));
        String one = "select d.id from document d where d.message = 'STATUS' and d.set_control = ? order by d.id limit 1";
        String id = hub.jdbc().queryForObject(one, String.class, idoc);
        hub.jdbc().update("update delivery set status = 'PENDING', updated_at = ? where document_id = ?",
            Timestamp.from(Instant.now().minusSeconds(60)), id);
        SpineHub.patiently("delivered again").until(() -> hub.jdbc().queryForObject("select status from delivery where document_id = ?",
            String.class, id), "DELIVERED"::equals);
        assertThat(hub.jdbc().queryForList("select e.what from event e join document d on d.interchange_id = e.subject where d.id = ?",
            String.class, id)).containsExactly("made");
    }

    @Test
    void rejectedThenSentAgainAndTakenRisesFurther() {
        WrittenOrder order = delivered();
        String idoc = answer(order);
        String document = (String) hub.awaitState("ORDRSP", order.po(), "SENT").get("id");
        acknowledge(order.po(), "R");
        awaitCodes(idoc, List.of("06", "12", "17"));
        assertThat(hub.interventions().resend(document, true, "tester", "corrected").done()).isTrue();
        hub.awaitState("ORDRSP", order.po(), "SENT");
        awaitCodes(idoc, List.of("06", "12", "17", "22"));
        acknowledge(order.po(), "A");
        awaitCodes(idoc, List.of("06", "12", "17", "22", "39"));
    }

    @Test
    void heldByAGuardThenReleased() {
        WrittenOrder unknown = WrittenOrder.of(8, NUMBER.incrementAndGet(), false);
        String idoc = answer(unknown);
        String document = (String) hub.awaitState("ORDRSP", unknown.po(), "HELD").get("id");
        awaitCodes(idoc, List.of("06", "07"));
        assertThat(hub.interventions().release(document, "tester", "came by mail").done()).isTrue();
        hub.awaitState("ORDRSP", unknown.po(), "SENT");
        awaitCodes(idoc, List.of("06", "07", "12"));
    }
}
