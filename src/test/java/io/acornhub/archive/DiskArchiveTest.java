// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive in a folder. */
class DiskArchiveTest extends ArchiveContract {
    @TempDir
    Path folder;

    @Override
    protected Archive archive() throws IOException {
        return Archive.onDisk(folder);
    }

    @Override
    protected Path incoming() {
        return folder.resolve("incoming");
    }

    @Test
    void whatACrashLeftUnfinishedGoesAfterADayAndNotBefore() throws Exception {
        archive();
        Path old = Files.writeString(incoming().resolve("old.part"), "unfinished");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Path young = Files.writeString(incoming().resolve("young.part"), "another process writes this");
        Path foreign = Files.writeString(incoming().resolve("notes.txt"), "not ours");
        Files.setLastModifiedTime(foreign, FileTime.from(Instant.now().minus(Duration.ofDays(30))));
        archive();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
    }
}
