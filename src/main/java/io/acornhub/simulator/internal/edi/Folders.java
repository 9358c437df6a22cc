// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The vendor's two folders as Amazon's SFTP account sees them: what is visible is complete, is taken whole, and is gone afterwards;
 * what is written becomes visible at once.
 */
final class Folders {
    private final Path inbox;
    private final Path outbox;

    /** A file that waits. */
    record Waiting(Path path, FileTime written) {
    }

    Folders(Path inbox, Path outbox) {
        this.inbox = inbox;
        this.outbox = outbox;
    }

    /** The files that wait, the oldest first. */
    List<Path> waiting() throws IOException {
        List<Waiting> found = new ArrayList<>();
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            for (Path file : files.filter(Folders::visible).toList()) {
                found.add(new Waiting(file, Files.getLastModifiedTime(file)));
            }
        }
        return found.stream().sorted(Comparator.comparing(Waiting::written).thenComparing(Waiting::path)).map(Waiting::path).toList();
    }

    private static boolean visible(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith(".tmp") && !name.endsWith(".part") && Files.isRegularFile(file);
    }

    /** Writes a file under a name that nobody sees, then gives it its own. */
    void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(inbox);
        Path hidden = inbox.resolve("." + name + ".tmp");
        Files.write(hidden, bytes);
        Files.move(hidden, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
