// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.PostgresServer;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.Delivering;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jms.core.JmsTemplate;

/**
 * Messages may come more than once, also to two consumers at the same moment: after a crash, by the sweep, by a replay. Here each
 * comes four times, and still everything happens once.
 */
class DuplicateMessagesTest {
    private static final int COPIES = 3;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest(name = "on PostgreSQL: {0}")
    @ValueSource(booleans = {false, true})
    void whatEveryMessageAsksForHappensOnceHoweverOftenItComes(boolean postgres) {
        HubHome home = HubHome.copy(folder.resolve("home"));
        Path data = folder.resolve("data");
        try (SpineHub hub = new SpineHub(home, data, postgres ? postgres() : List.of()).start();
             OrderFlow flow = new OrderFlow(home.folder(), data, folder.resolve("seen"), 9, 40, false, 100)) {
            flow.feed(Integer.MAX_VALUE);
            Set<String> copied = new HashSet<>();
            Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(240)).until(() -> {
                copy(hub, copied);
                return flow.seenAll();
            });
            Awaitility.await("nothing is left to do").pollInterval(Duration.ofMillis(500)).atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> {
                    Accounting accounting = Accounting.of(flow, hub.jdbc(), hub.jdbc(), Map.of());
                    assertThat(accounting.wrong()).as(accounting.table()).isEmpty();
                });
            assertThat(copied).hasSizeGreaterThan(40);
        }
    }

    @ParameterizedTest(name = "on PostgreSQL: {0}")
    @ValueSource(booleans = {false, true})
    void oneDocumentAskedForByManyAtOnceAppearsInSapsFolderOnce(boolean postgres) throws Exception {
        try (SpineHub hub = new SpineHub(HubHome.copy(folder.resolve("home")), folder.resolve("data"),
            postgres ? postgres() : List.of()).start()) {
            WrittenOrder order = WrittenOrder.of(9, 1000, false);
            hub.fromAmazon(OrderFiles.one(400_001, order));
            Map<String, Object> row = hub.awaitState("850", order.po(), "DELIVERED");
            FolderWatch sap = new FolderWatch(hub.data().resolve("erp/sap/outbox"), folder.resolve("none"), folder.resolve("seen"));
            sap.take();
            WorkMessage message = new WorkMessage((String) row.get("interchange_id"), List.of((String) row.get("id")));
            for (int round = 2; round < 30; round++) {
                hub.jdbc().update("update delivery set status = 'PENDING' where erp_system = 'sap'");
                atOnce(sap, () -> hub.bean(Delivering.class).run(message, "sap"));
                sap.take();
                assertThat(sap.taken()).as("files after round " + round).isEqualTo(round);
            }
        }
    }

    private static void atOnce(FolderWatch sap, Callable<?> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(threads.submit(work));
            }
            while (all.stream().anyMatch(f -> !f.isDone())) {
                sap.take();
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Sends copies of the messages that are under way now, once for each state a row is seen in. */
    private static void copy(SpineHub hub, Set<String> copied) {
        hub.jdbc().queryForList("select id, status from interchange where side = 'PARTNER' and status in ('RECEIVED', 'READY', 'STAGED')")
            .forEach(row -> send(hub, copied, row.get("status").equals("RECEIVED") ? "hub.inbound.identify"
                : "hub.outbound.send.amazon-us-folder", row.get("id"), "[]", row.get("status")));
        hub.jdbc().queryForList("select d.document_id, d.erp_system, d.status, o.interchange_id from delivery d join document o "
            + "on o.id = d.document_id where d.status in ('PENDING', 'PREPARED')").forEach(row -> send(hub, copied, "hub.inbound.deliver."
                + row.get("erp_system"), row.get("interchange_id"), "[\"" + row.get("document_id") + "\"]", row.get("status")));
        hub.jdbc().queryForList("select id, interchange_id, stage from document where direction = 'OUTBOUND' and state = 'TRANSLATED'")
            .forEach(row -> send(hub, copied, row.get("stage").equals("outbound-guard") ? "hub.outbound.envelope" : "hub.outbound.guard",
                row.get("interchange_id"), "[\"" + row.get("id") + "\"]", row.get("stage")));
    }

    private static void send(SpineHub hub, Set<String> copied, String queue, Object interchange, String documents, Object at) {
        if (copied.add(queue + interchange + documents + at)) {
            String text = "{\"interchange\":\"" + interchange + "\",\"documents\":" + documents + "}";
            for (int i = 0; i < COPIES; i++) {
                hub.bean(JmsTemplate.class).send(queue, session -> session.createTextMessage(text));
            }
        }
    }

    private static List<String> postgres() {
        return PostgresServer.freshDatabase().settings();
    }
}
