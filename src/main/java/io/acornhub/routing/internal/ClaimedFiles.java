// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.Leases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets one hub process at a time poll a folder (lease), and puts files that a process claimed and did not finish back into
 * the inbox when the lease is newly taken. They keep their claim id, so nothing is taken in twice.
 */
@Component("leasedFolder")
public class ClaimedFiles implements PollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimedFiles.class);
    private final Leases leases;
    private final Set<String> recovered = ConcurrentHashMap.newKeySet();

    public ClaimedFiles(Leases leases) {
        this.leases = leases;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        Path inbox = ((FileEndpoint) endpoint).getFile().toPath();
        String name = "folder " + inbox;
        if (!leases.holds(name.length() > 80 ? name.substring(name.length() - 80) : name)) {
            recovered.remove(name);
            return false;
        }
        if (recovered.add(name)) {
            giveBack(inbox);
        }
        return true;
    }

    private static void giveBack(Path inbox) {
        Path claimed = inbox.resolve(".claimed");
        if (!Files.isDirectory(claimed)) {
            return;
        }
        try (Stream<Path> files = Files.list(claimed)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.move(file, inbox.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                LOG.info("receive   file {} was claimed and not finished; taken up again", file.getFileName());
            }
        } catch (IOException e) {
            LOG.warn("receive   files claimed in {} cannot be taken up again: {}", claimed, e.toString());
        }
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        // nothing to do after a poll
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        LOG.warn("receive   folder {} cannot be polled: {}", endpoint.getEndpointUri(), cause.toString());
        return false;
    }
}
