// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** An ERP's tables that cannot be looked at are said once, in a line, and looked at until they can. */
class TablesAwayTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void isSaidOnceAndSoIsTheirReturn() throws Exception {
        Path log = folder.resolve("hub.log");
        try (SpineHub hub = new SpineHub(HubHome.copy(folder.resolve("home")), folder.resolve("data"),
            List.of("logging.file.name=" + log, "acorn.retry.alarm-after=PT2S")).start()) {
            SpineHub.patiently("the tables are there").until(() -> hub.jdbc().queryForObject("select count(*) from "
                + "information_schema.columns where lower(table_name) = 'iface_doc'", Integer.class) > 0);
            OrderFiles.OrderFile file = OrderFiles.one(810_000L, WrittenOrder.of(12, 1, false));
            hub.fromAmazon(file);
            hub.awaitState("850", file.orders().get(0).po(), "DELIVERED");

            hub.jdbc().execute("alter table iface_doc rename to iface_doc_gone");
            SpineHub.patiently("it is said").until(() -> Files.readString(log).contains("erp-db cannot be looked at"));
            SpineHub.patiently("an alarm").until(() -> alarms(hub), List.of("outbound-collect.erp-db has not worked since")::equals);
            hub.jdbc().execute("alter table iface_doc_gone rename to iface_doc");
            SpineHub.patiently("it is over").until(() -> Files.readString(log).contains("outbound-collect.erp-db works again"));
            assertThat(alarms(hub)).isEmpty();
            assertThat(hub.jdbc().queryForList("select stage from stage_failure")).isEmpty();
        }
        String said = Files.readString(log);
        assertThat(said.lines().filter(line -> line.contains("erp-db cannot be looked at"))).hasSize(1);
        assertThat(said).doesNotContain("\tat ");
    }

    private static List<String> alarms(SpineHub hub) {
        return hub.jdbc().queryForList("select words from alarm where kind = 'CONNECTION' and subject = 'erp-db' and cleared_at is null",
            String.class).stream().map(words -> words.replaceFirst(" since .*", " since")).toList();
    }
}
