// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderDoorsTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void anOrderKeepsEveryDoorWithTheDocumentThatCameFirstByIt(@TempDir Path folder) {
        try (LifecycleDatabase database = LifecycleDatabase.h2(folder)) {
            check(database);
        }
    }

    @Test
    void theSameOnPostgres() {
        try (LifecycleDatabase database = LifecycleDatabase.postgres()) {
            check(database);
        }
    }

    private static void check(LifecycleDatabase database) {
        OrderDoors doors = new OrderDoors(database.jdbc());
        assertThat(doors.note("amazon-us", "1ABCDEFG", "folder", "A", MORNING)).isTrue();
        assertThat(doors.note("amazon-us", "1ABCDEFG", "api", "B", MORNING.plusSeconds(60))).isTrue();
        assertThat(doors.note("amazon-us", "1ABCDEFG", "api", "C", MORNING.plusSeconds(90))).isFalse();
        assertThat(doors.note("amazon-us", "2ABCDEFG", "api", "D", MORNING)).isTrue();
        assertThat(doors.note("amazon-de", "2ABCDEFG", "folder", "E", MORNING)).isTrue();

        assertThat(doors.of("amazon-us", "1ABCDEFG")).containsExactly(new OrderDoors.Door("folder", "A", MORNING),
            new OrderDoors.Door("api", "B", MORNING.plusSeconds(60)));
        assertThat(doors.of("amazon-us", List.of("1ABCDEFG"))).containsExactly("api", "folder");
        assertThat(doors.of("amazon-us", List.of("1ABCDEFG", "2ABCDEFG"))).containsExactly("api");
        assertThat(doors.of("amazon-us", List.of("1ABCDEFG", "3ABCDEFG"))).isEmpty();
        assertThat(doors.cameBy("amazon-us", List.of("1ABCDEFG", "2ABCDEFG"), List.of("api"))).isTrue();
        assertThat(doors.cameBy("amazon-us", List.of("1ABCDEFG", "2ABCDEFG"), List.of("folder"))).isFalse();
        assertThat(doors.cameBy("amazon-us", List.of("3ABCDEFG"), List.of())).isTrue();
    }
}
