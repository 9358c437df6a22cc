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
    private int dropped;

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
        List<String> texts = new ArrayList<>();
        if (!Files.isDirectory(from)) {
            return texts;
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(f -> Files.isRegularFile(f) && !f.getFileName().toString().startsWith(".")).sorted().toList()) {
                Path own = kept.resolve(String.format("%05d~%s", ++taken, file.getFileName()));
                Files.move(file, own, StandardCopyOption.ATOMIC_MOVE);
                texts.add(Files.readString(own, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    void drop(String name, byte[] bytes) {
        try {
            dropped++;
            Path part = to.resolve(name + ".part");
            Files.write(part, bytes);
            Files.move(part, to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int taken() {
        return taken;
    }

    int dropped() {
        return dropped;
    }

    /** Every file that was taken, in order. */
    List<Path> all() {
        try (Stream<Path> files = Files.list(kept)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
