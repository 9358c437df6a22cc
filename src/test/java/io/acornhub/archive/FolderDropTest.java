// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderDropTest {
    @TempDir
    private Path folder;

    @Test
    void aStagedFileIsNotSeenUntilItIsPublished() throws IOException {
        FolderDrop.stage(folder, "a.edi", bytes("content"));
        assertThat(files()).isEmpty();

        FolderDrop.publish(folder, "a.edi");

        assertThat(files()).containsExactly("a.edi");
        assertThat(folder.resolve("a.edi")).hasContent("content");
    }

    @Test
    void stagingAgainTakesThePlaceOfWhatACrashLeft() throws IOException {
        Files.createDirectories(folder.resolve(".staging"));
        Files.writeString(folder.resolve(".staging/a.edi"), "a longer half of a file that a crash cut off");

        FolderDrop.stage(folder, "a.edi", bytes("whole"));
        FolderDrop.publish(folder, "a.edi");

        assertThat(folder.resolve("a.edi")).hasContent("whole");
    }

    @Test
    void publishingAgainIsHarmlessEvenWhenTheFileHasBeenTakenAway() throws IOException {
        FolderDrop.stage(folder, "a.edi", bytes("content"));
        FolderDrop.publish(folder, "a.edi");
        Files.delete(folder.resolve("a.edi"));

        FolderDrop.publish(folder, "a.edi");

        assertThat(files()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsNoFolderWhereAllIsPublished() {
        assertThatThrownBy(() -> FolderDrop.publish(folder.resolve("unmounted"), "a.edi"))
            .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "a/b", ".hidden", "a\\b"})
    void onlyPlainNamesAreTaken(String name) {
        assertThatThrownBy(() -> FolderDrop.stage(folder, name, bytes("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
