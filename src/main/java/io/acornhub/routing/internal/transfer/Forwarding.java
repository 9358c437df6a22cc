// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.interchange.Leases;
import io.acornhub.routing.internal.transfer.TemporaryUpload.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the files that an adapter put into an ERP system's outbox to a server of that system, each exactly once: a row says which
 * temporary name counts before it is renamed there, and stays, since a file's name is never used again. The file goes from the
 * outbox only after that. What cannot be put is tried again at the next look; files behind it wait.
 */
@Component("forwarding")
public class Forwarding {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
    private static final int LONGEST_LEASE = 80;
    private final RemoteStores stores;
    private final UploadRecords records;
    private final Leases leases;
    /** Connections that stand still: why, and when they are tried again. */
    private final Map<String, Standing> standing = new ConcurrentHashMap<>();

    Forwarding(RemoteStores stores, UploadRecords records, Leases leases) {
        this.stores = stores;
        this.records = records;
        this.leases = leases;
    }

    private record Standing(String why, Instant until) {
    }

    /**
     * One look.
     *
     * @param connection name of the connection
     * @param outbox folder of this machine
     * @param folder the server's folder
     */
    public void look(@Header("AcornConnection") String connection, @Header("AcornOutbox") String outbox,
                     @Header("AcornFolder") String folder) {
        String lease = "forward " + connection;
        Standing before = standing.get(connection);
        if (before != null && Instant.now().isBefore(before.until())
            || !leases.holds(lease.length() > LONGEST_LEASE ? lease.substring(lease.length() - LONGEST_LEASE) : lease)) {
            return;
        }
        RemoteSettings settings = stores.settings(connection);
        try {
            List<Path> files = waiting(Path.of(outbox));
            if (!files.isEmpty()) {
                try (RemoteStore store = stores.open(settings)) {
                    for (Path file : files) {
                        forward(file, connection, new TemporaryUpload(store, records, connection, folder));
                    }
                }
            }
            said(settings, null);
        } catch (IOException | RuntimeException e) {
            said(settings, SftpLogin.fault(settings, "forwarding files of " + outbox, e).getMessage());
        }
    }

    private static List<Path> waiting(Path outbox) throws IOException {
        try (Stream<Path> files = Files.list(outbox)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file)).sorted().toList();
        }
    }

    private void forward(Path file, String connection, TemporaryUpload upload) throws IOException {
        String name = file.getFileName().toString();
        Upload what;
        try {
            what = new Upload(name, name, Files.size(file));
        } catch (NoSuchFileException e) {
            return;
        }
        Optional<String> staged = records.staged(connection, name);
        if (staged.isEmpty()) {
            upload.stage(what, () -> Files.newInputStream(file), temporary -> records.stageFirst(connection, name, temporary));
            staged = records.staged(connection, name);
        }
        String words = upload.publish(what, staged.orElseThrow());
        Files.deleteIfExists(file);
        LOG.info("deliver   file {} was put on the server of {}{}", name, connection, words);
    }

    private void said(RemoteSettings settings, String why) {
        String name = settings.connection();
        Standing before = why == null ? standing.remove(name)
            : standing.put(name, new Standing(why, Instant.now().plus(settings.poll())));
        if (why != null && (before == null || !why.equals(before.why()))) {
            LOG.error("deliver   {} stands still and is tried again every {} s: {}", name, settings.poll().toSeconds(), why);
        } else if (why == null && before != null) {
            LOG.info("deliver   {} goes on", name);
        }
    }
}
