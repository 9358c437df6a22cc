// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.archive.Archive;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.routing.internal.Sweep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What a crash left between the database and the queues: all of it goes on with the next look, not one after the other. */
class StrandedWorkTest {
    private static final int MANY = 30;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void oneLookSendsAllThatLayStill() throws Exception {
        try (SpineHub hub = new SpineHub(HubHome.copy(folder.resolve("home")), folder.resolve("data"), List.of()).start()) {
            hub.bean(CamelContext.class).getRouteController().stopRoute("failure-sweep");
            List<String> pos = new ArrayList<>();
            for (int i = 1; i <= MANY; i++) {
                pos.add(strand(hub, OrderFiles.one(800_000L + i, WrittenOrder.of(8, i, false))));
            }

            hub.bean(Sweep.class).run();

            for (String po : pos) {
                hub.awaitState("850", po, "DELIVERED");
                assertThat(hub.documents("850", po)).hasSize(1);
            }
        }
    }

    /** As a hub leaves it that is killed right after it has committed the row; its PO. */
    private static String strand(SpineHub hub, OrderFiles.OrderFile file) throws IOException {
        Archive.Entry stored = hub.bean(Archive.class).store(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.US_ASCII)));
        hub.bean(Interchanges.class).insert(new Interchange(HubId.next(), "INBOUND", Interchange.Side.PARTNER, "amazon-us",
            "amazon-us-folder", "amazon-us-folder/" + file.name(), file.name(), stored.sha256(), stored.size(), 1, null, null, null, null,
            null, Interchange.Status.RECEIVED, null, Instant.now().minusSeconds(60), null, null, 0, null));
        return file.orders().get(0).po();
    }
}
