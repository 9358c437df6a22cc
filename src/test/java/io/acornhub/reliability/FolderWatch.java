// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The other side of a folder: takes away what appears, keeps every file under a number of its own so that a file that appears
 * twice is there twice, and puts files in under a temporary name first.
 */
final class FolderWatch {
    private final Path from;
    private final Path to;
    private final Path kept;
    private int taken;

    /** @param kept where what was taken lies, {@code 00001~name} */
    FolderWatch(Path from, Path to, Path kept) {
        this.from = from;
        this.to = to;
        this.kept = kept;
        try {
            Files.createDirectories(kept);
            Files.createDirectories(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all there is; the texts in order of arrival. */
    List<String> take() {
        return takeFiles().stream().map(FolderWatch::text).toList();
    }

    /** Takes all there is; where it lies now, in order of arrival. */
    List<Path> takeFiles() {
        List<Path> own = new ArrayList<>();
        if (!Files.isDirectory(from)) {
            return own;
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(f -> Files.isRegularFile(f) && !f.getFileName().toString().startsWith(".")).sorted().toList()) {
                own.add(Files.move(file, kept.resolve(String.format("%05d~%s", ++taken, file.getFileName())),
                    StandardCopyOption.ATOMIC_MOVE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return own;
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop(String name, byte[] bytes) {
        try {
            Path part = to.resolve(name + ".part");
            Files.write(part, bytes);
            Files.move(part, to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files taken so far. */
    int taken() {
        return taken;
    }
}
