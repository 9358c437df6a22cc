// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.acornhub.HubHome;
import io.acornhub.lifecycle.AcknowledgmentState;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.Deadlines;
import io.acornhub.lifecycle.GroupAcknowledgments;
import io.acornhub.lifecycle.RunningDeadline;
import io.acornhub.lifecycle.RunningDeadline.State;
import io.acornhub.lifecycle.StrayAcknowledgments;
import io.acornhub.lifecycle.Tasks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What we sent against what the partner says of it, in the whole hub on the embedded defaults. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciliationTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(700);
    private SpineHub hub;

    /** An 855 that lies in the partner's outbox. */
    private record Sent(String po, String document, String group, String text) {
    }

    @BeforeAll
    void startHub(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        hub = new SpineHub(HubHome.copy(folder.resolve("home")), folder.resolve("data"), List.of("acorn.deadlines.every=PT0.3S")).start();
    }

    @AfterAll
    void stopHub() {
        hub.close();
    }

    @AfterEach
    void setClock() {
        hub.clock().reset();
    }

    private static long control() {
        return 700_000L + NUMBER.incrementAndGet();
    }

    private Sent sent() {
        WrittenOrder order = WrittenOrder.of(7, NUMBER.incrementAndGet(), false);
        hub.fromAmazon(OrderFiles.one(control(), order));
        hub.awaitState("850", order.po(), "DELIVERED");
        hub.fromSap("ORDRSP_" + NUMBER.incrementAndGet() + ".idoc", hub.idocs().write(false, List.of(Ordrsp.of(order, control()))));
        String document = (String) hub.awaitState("ORDRSP", order.po(), "SENT").get("id");
        String text = hub.awaitToAmazon("*" + order.po() + "*");
        return new Sent(order.po(), document, group(text), text);
    }

    private static String group(String text) {
        return text.split("GS\\*")[1].split("\\*")[5];
    }

    /** @param segments of the 997 after AK1 */
    private String answer(String group, String... segments) {
        long own = control();
        List<String> set = new ArrayList<>(List.of("ST*997*0001", "AK1*PR*" + group));
        set.addAll(List.of(segments));
        set.add("SE*" + (set.size() + 1) + "*0001");
        return file(own, "GS*FA*AMAZON*ACMEVENDOR*20260302*1502*" + own + "*X*004010~\n" + String.join("~\n", set) + "~\nGE*1*" + own
            + "~\n", 1);
    }

    private String file(long own, String content, int groups) {
        String name = "answer-" + own + ".edi";
        String text = String.format("ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     *260302*1502*U*00400*%09d*0*P"
            + "*>~\n%sIEA*%d*%09d~\n", own, content, groups, own);
        hub.fromAmazon(name, text.getBytes(StandardCharsets.US_ASCII));
        return name;
    }

    private GroupAcknowledgments groups() {
        return hub.bean(GroupAcknowledgments.class);
    }

    private AcknowledgmentState state(Sent sent) {
        return groups().find("amazon-us", "PR", sent.group()).orElseThrow().state();
    }

    private void await(Sent sent, AcknowledgmentState state) {
        SpineHub.patiently(sent.po() + " " + state).until(() -> state(sent), state::equals);
    }

    private List<RunningDeadline> timers(Sent sent) {
        return hub.bean(Deadlines.class).find(null, "amazon-us", 500).stream().filter(d -> d.subject().startsWith(sent.po())).toList();
    }

    private List<Alarm> alarms(Sent sent) {
        return hub.bean(Alarms.class).find(null, "amazon-us", false, 500).stream().filter(a -> a.subject().startsWith(sent.po())).toList();
    }

    private List<Tasks.Task> tasks(Sent sent) {
        return hub.bean(Tasks.class).of(sent.document());
    }

    @Test
    void aGroupWaitsFromTheMomentItIsSentUntilItsAcknowledgment() {
        Sent sent = sent();
        assertThat(state(sent)).isEqualTo(AcknowledgmentState.SENT);
        assertThat(timers(sent)).extracting(RunningDeadline::kind, RunningDeadline::state).containsExactlyInAnyOrder(
            tuple("855", State.MET), tuple("997:855", State.RUNNING));
        answer(sent.group(), "AK9*A*1*1*1");
        await(sent, AcknowledgmentState.ACCEPTED);
        hub.awaitState("ORDRSP", sent.po(), "CLOSED");
        assertThat(timers(sent)).extracting(RunningDeadline::state).containsOnly(State.MET);
        assertThat(alarms(sent)).isEmpty();
    }

    @Test
    void errorsThatThePartnerAcceptsAreKeptInWords() {
        Sent sent = sent();
        answer(sent.group(), "AK2*855*0001", "AK3*ACK*4**8", "AK4*1*668*7*ZZ", "AK5*E*5", "AK9*E*1*1*1");
        await(sent, AcknowledgmentState.ACCEPTED_WITH_ERRORS);
        hub.awaitState("ORDRSP", sent.po(), "CLOSED");
        assertThat(groups().ofDocument(sent.document()).get(0).words()).contains("accepted with errors").contains("segment ACK at 4");
        assertThat(tasks(sent)).isEmpty();
    }

    @Test
    void aRejectedDocumentReopensItsWorkAndGoesAgainUnderNewNumbers() {
        Sent sent = sent();
        answer(sent.group(), "AK2*855*0001", "AK3*ACK*4**8", "AK4*1*668*7*ZZ", "AK5*R*5", "AK9*R*1*1*0");
        await(sent, AcknowledgmentState.REJECTED);
        hub.awaitState("ORDRSP", sent.po(), "REJECTED");
        assertThat(hub.faults(sent.document())).contains("ACKNOWLEDGMENT_REJECTS");
        assertThat(tasks(sent)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Tasks.Kind.CORRECT);
            assertThat(task.words()).contains("segment ACK at 4 element 1").contains("value ZZ");
            assertThat(task.closedAt()).isNull();
        });
        assertThat(alarms(sent)).extracting(Alarm::kind).containsExactly(Alarm.Kind.ACKNOWLEDGMENT_REJECTS);
        assertThat(hub.interventions().resend(sent.document(), true, "tester", "code corrected").done()).isTrue();
        String second = SpineHub.patiently("second 855").until(() -> hub.toAmazon("*" + sent.po() + "*"), texts -> texts.size() == 2)
            .stream().filter(text -> !text.equals(sent.text())).findFirst().orElseThrow();
        assertThat(group(second)).isNotEqualTo(sent.group());
        assertThat(second.substring(0, 106)).isNotEqualTo(sent.text().substring(0, 106));
        hub.awaitState("ORDRSP", sent.po(), "SENT");
        assertThat(state(sent)).isEqualTo(AcknowledgmentState.SUPERSEDED);
        assertThat(tasks(sent)).extracting(Tasks.Task::closedBy).containsExactly("tester");
        assertThat(alarms(sent)).extracting(Alarm::clearedAt).doesNotContainNull();
        answer(group(second), "AK9*A*1*1*1");
        assertThat(hub.awaitState("ORDRSP", sent.po(), "CLOSED")).containsEntry("acknowledged_light", "green");
        assertThat(hub.interventions().resend(sent.document(), true, "tester", "once more").done()).isFalse();
    }

    @Test
    void anOverdueAcknowledgmentIsAnAlarmThatNeitherRestartNorClockDoublesAndThatALateOneClears() {
        Sent sent = sent();
        hub.clock().move(Duration.ofHours(25));
        await(sent, AcknowledgmentState.OVERDUE);
        assertThat(tasks(sent)).extracting(Tasks.Task::kind).containsExactly(Tasks.Kind.RESEND);
        hub.clock().move(Duration.ofHours(-25));
        hub.stop();
        hub.start();
        hub.clock().move(Duration.ofHours(26));
        Sent other = sent();
        hub.clock().move(Duration.ofHours(25));
        await(other, AcknowledgmentState.OVERDUE);
        assertThat(alarms(sent)).filteredOn(a -> a.level() == Alarm.Level.ALARM).hasSize(1);
        assertThat(alarms(sent)).extracting(Alarm::clearedAt).containsOnlyNulls();
        assertThat(state(sent)).isEqualTo(AcknowledgmentState.OVERDUE);
        answer(sent.group(), "AK9*A*1*1*1");
        await(sent, AcknowledgmentState.ACCEPTED);
        GroupAcknowledgments.Group group = groups().find("amazon-us", "PR", sent.group()).orElseThrow();
        assertThat(group.late()).isTrue();
        assertThat(group.words()).contains("late: it was due");
        assertThat(alarms(sent)).extracting(Alarm::clearedAt).doesNotContainNull();
        assertThat(tasks(sent)).extracting(Tasks.Task::closedBy).containsExactly("hub");
        assertThat(timers(sent)).filteredOn(d -> d.kind().equals("997:855")).extracting(RunningDeadline::state)
            .containsExactly(State.MISSED);
    }

    @Test
    void aTechnicalResendIsTheSameBytesAndWaitsAnew() {
        Sent sent = sent();
        assertThat(hub.interventions().resend(sent.document(), false, "tester", "lost at the partner").done()).isTrue();
        SpineHub.patiently("sent again").until(() -> groups().find("amazon-us", "PR", sent.group()).orElseThrow(),
            group -> group.resends() == 1 && group.state() == AcknowledgmentState.SENT);
        assertThat(hub.toAmazon("*" + sent.po() + "*")).containsOnly(sent.text());
        file(control(), "TA1*" + sent.text().split("\\*")[13] + "*260302*1502*R*025~\n", 0);
        await(sent, AcknowledgmentState.TRANSPORT_RECEIPT);
        answer(sent.group(), "AK9*A*1*1*1");
        hub.awaitState("ORDRSP", sent.po(), "CLOSED");
    }

    @Test
    void aTechnicalRejectionRejectsEveryGroupOfTheInterchange() {
        Sent sent = sent();
        file(control(), "TA1*" + sent.text().split("\\*")[13] + "*260302*1502*R*025~\n", 0);
        await(sent, AcknowledgmentState.REJECTED);
        hub.awaitState("ORDRSP", sent.po(), "REJECTED");
        assertThat(tasks(sent)).hasSize(1);
    }

    @Test
    void acknowledgmentsThatAnswerNothingOrContradictChangeNothingAndAreSeen() {
        Sent sent = sent();
        String orphan = answer("99999", "AK9*A*1*1*1");
        String held = hub.awaitInterchange(orphan, "ACCEPTED");
        SpineHub.patiently("orphan held").until(() -> hub.jdbc().queryForList("select state from document where interchange_id = ?",
            String.class, held), List.of("HELD")::equals);
        String orphaned = hub.jdbc().queryForObject("select id from document where interchange_id = ?", String.class, held);
        assertThat(hub.interventions().release(orphaned, "tester", "seen").done()).isTrue();
        SpineHub.patiently("released").until(() -> hub.jdbc().queryForObject("select state from document where id = ?", String.class,
            orphaned), "CLOSED"::equals);
        file(control(), "TA1*000099999*260302*1502*A*000~\n", 0);
        SpineHub.patiently("orphans").until(() -> hub.bean(StrayAcknowledgments.class)
            .find(StrayAcknowledgments.Kind.ORPHAN, "amazon-us", 10).stream().map(s -> s.message()).sorted().toList(),
            List.of("997", "TA1")::equals);
        answer(sent.group(), "AK2*855*0001", "AK5*A", "AK9*A*1*1*1");
        await(sent, AcknowledgmentState.ACCEPTED);
        String no = answer(sent.group(), "AK2*855*0001", "AK5*R*5", "AK9*R*1*1*0");
        hub.awaitInterchange(no, "ACCEPTED");
        SpineHub.patiently("contradiction").until(() -> hub.bean(StrayAcknowledgments.class)
            .find(StrayAcknowledgments.Kind.CONTRADICTION, "amazon-us", 10), strays -> strays.size() == 1);
        assertThat(state(sent)).isEqualTo(AcknowledgmentState.ACCEPTED);
        Map<String, Object> document = hub.awaitState("ORDRSP", sent.po(), "CLOSED");
        assertThat(document).containsEntry("acknowledged_light", "green");
        Alarm alarm = alarms(sent).get(0);
        assertThat(alarm.kind()).isEqualTo(Alarm.Kind.ACKNOWLEDGMENT_CONTRADICTS);
        String contradicting = alarm.origin().substring("document:".length());
        assertThat(hub.interventions().drop(contradicting, "tester", "asked Amazon, it stays accepted").done()).isTrue();
        assertThat(alarms(sent)).extracting(Alarm::clearedAt).doesNotContainNull();
    }

    @Test
    void aGroupThatIsTakenInPartIsSettledSetBySet() {
        List<Sent> three = List.of(sent(), sent(), sent());
        Sent first = three.get(0);
        GroupAcknowledgments.Group group = groups().find("amazon-us", "PR", first.group()).orElseThrow();
        for (int i = 1; i < 3; i++) {
            hub.jdbc().update("update document set outgoing_id = ?, group_control = ?, set_control = ? where id = ?", group.interchangeId(),
                group.control(), "000" + (i + 1), three.get(i).document());
            hub.jdbc().update("update document_acknowledgment set group_id = ?, set_control = ? where document_id = ?", group.id(), "000"
                + (i + 1), three.get(i).document());
        }
        answer(first.group(), "AK2*855*0001", "AK5*A", "AK2*855*0002", "AK3*ACK*4**8", "AK4*1*668*7*ZZ", "AK5*R*5", "AK2*855*0003",
            "AK5*E*5", "AK9*P*3*3*2");
        await(first, AcknowledgmentState.PARTLY);
        assertThat(groups().sets(group.id())).extracting(GroupAcknowledgments.SentSet::state).containsExactly(AcknowledgmentState.ACCEPTED,
            AcknowledgmentState.REJECTED, AcknowledgmentState.ACCEPTED_WITH_ERRORS);
        hub.awaitState("ORDRSP", three.get(0).po(), "CLOSED");
        hub.awaitState("ORDRSP", three.get(1).po(), "REJECTED");
        hub.awaitState("ORDRSP", three.get(2).po(), "CLOSED");
    }
}
