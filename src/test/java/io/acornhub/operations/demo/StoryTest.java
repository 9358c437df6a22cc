// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acornhub.HubApplication;
import io.acornhub.HubHome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The stories of {@code examples/} through the whole hub, as the demo plays them. */
class StoryTest {
    private static final Path STORY = Path.of("examples/order-to-cash");
    private static final Path BY_API = Path.of("examples/order-by-api");

    @Test
    void oneOrderGoesByEachDoorUntilItIsPaidAndASecondStartAddsNothing(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
        throws Exception {
        HubHome home = HubHome.copy(folder.resolve("home"));
        Story story = Story.read(STORY);
        Story byApi = Story.read(BY_API);

        try (ConfigurableApplicationContext hub = start(home, folder)) {
            await().atMost(Duration.ofSeconds(240)).pollInterval(Duration.ofMillis(200)).failFast("a document is held or parked",
                () -> !stuck(hub).isEmpty()).until(() -> hub.getBean(StoryTeller.class).ended(story));
            assertThat(hub.getBean(StoryEnd.class).figures(story)).containsExactlyInAnyOrderEntriesOf(story.figures());
            assertThat(hub.getBean(StoryEnd.class).figures(byApi)).containsAllEntriesOf(byApi.figures());
            assertThat(submissions(hub)).containsOnly("CONFIRMED");
        }
        List<Map<String, Object>> before;
        try (ConfigurableApplicationContext hub = start(home, folder)) {
            before = documents(hub);
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> documents(hub).equals(before));
        }
    }

    private static ConfigurableApplicationContext start(HubHome home, Path folder) {
        return new SpringApplicationBuilder(HubApplication.class).run("--acorn.home=" + home.folder(), "--server.port=0",
            "--acorn.demo=true", "--acorn.data=" + folder.resolve("data"), "--acorn.flow.settle=PT0.2S", "--acorn.flow.poll=PT0.1S");
    }

    private static List<String> submissions(ConfigurableApplicationContext hub) {
        return hub.getBean(JdbcTemplate.class).queryForList("select state from submission", String.class);
    }

    private static List<Map<String, Object>> documents(ConfigurableApplicationContext hub) {
        return hub.getBean(JdbcTemplate.class).queryForList("select id, message, state from document order by id");
    }

    private static List<Map<String, Object>> stuck(ConfigurableApplicationContext hub) {
        return hub.getBean(JdbcTemplate.class).queryForList("select d.message, d.state, f.code, f.text from document d left join fault f "
            + "on f.subject = d.id where d.state in ('HELD', 'PARKED', 'REJECTED')");
    }
}
