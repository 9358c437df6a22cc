// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
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
        hub.fromSap("ORDRSP_" + number + ".idoc", hub.ordrsp().write(false, List.of(Ordrsp.of(order, number))));
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
