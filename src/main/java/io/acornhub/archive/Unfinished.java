// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Local files on their way to somewhere else. Whoever makes one deletes it; what a crash left is deleted a day later. */
public final class Unfinished {
    private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);
    private static final String ENDING = ".part";
    /** So old that no process can be writing it any more. */
    private static final Duration LEFT_OVER = Duration.ofDays(1);

    private Unfinished() {
    }

    /** The folder for them, made if needed, without those that were left there more than a day ago. */
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Instant before = Instant.now().minus(LEFT_OVER);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                    LOG.info("archive   {} was left unfinished and is deleted", file.getFileName());
                }
            }
        } catch (IOException e) {
            LOG.warn("archive   what was left unfinished in {} cannot be deleted: {}", folder, e.toString());
        }
        return folder;
    }

    /** A name for another one; the file is not made yet. */
    public static Path next(Path folder) {
        return folder.resolve(UUID.randomUUID() + ENDING);
    }
}
