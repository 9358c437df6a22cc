// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.peers.As2Partnership;
import io.acornhub.peers.As2Received;
import io.acornhub.peers.OpenAs2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Puts an OpenAS2 server between Amazon's folders as the tests play them and the hub: what Amazon drops is sent by AS2, what comes by
 * AS2 appears in its outbox, each message that comes once and what comes twice twice.
 */
final class As2Bridge implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 100;
    private final OpenAs2 open;
    private final Path inbox;
    private final Path outbox;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Set<Path> seen = new HashSet<>();

    As2Bridge(OpenAs2 open, Path data) {
        this.open = open;
        inbox = data.resolve("partners/amazon-us/inbox");
        outbox = data.resolve("partners/amazon-us/outbox");
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Files.createDirectories(inbox);
            Files.createDirectories(outbox);
            try (Stream<Path> files = Files.list(inbox)) {
                for (Path file : files.filter(f -> !f.getFileName().toString().endsWith(".part")).sorted().toList()) {
                    open.send(As2Partnership.AMAZON, As2Partnership.HUB, file.getFileName().toString(), Files.readAllBytes(file));
                    Files.delete(file);
                }
            }
            List<Path> came = open.receivedFiles();
            for (Path file : came) {
                if (seen.add(file)) {
                    As2Received message = OpenAs2.message(file);
                    Path part = outbox.resolve("." + seen.size() + ".part");
                    Files.write(part, message.content());
                    Files.move(part, outbox.resolve(String.format("%06d.edi", seen.size())), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Messages that came from the hub. */
    int came() {
        return open.receivedFiles().size();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
