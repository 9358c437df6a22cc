// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.archive.FolderDrop;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Outbound: puts a stored interchange into a partner's folder, exactly once: staged beside the folder, STAGED committed,
 * renamed into it, SENT committed. A technical resend is the same bytes with the same control numbers.
 */
@Component("sending")
public class Sending {
    private final StageTools tools;
    private final Archive archive;
    private final Transmissions transmissions;

    public Sending(StageTools tools, Archive archive, Transmissions transmissions) {
        this.tools = tools;
        this.archive = archive;
        this.transmissions = transmissions;
    }

    public void folder(WorkMessage message, @Header("AcornFolder") String folder) {
        tools.traced(Queues.OUTBOUND_SEND, message, () -> {
            transmissions.open(message).ifPresent(interchange -> send(interchange, tools.settings().inData(folder)));
            return null;
        });
    }

    private void send(Interchange interchange, Path folder) {
        try {
            transmissions.begin(interchange, () -> stage(interchange, folder));
            FolderDrop.publish(folder, interchange.fileName());
        } catch (UncheckedIOException | IOException e) {
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, folder.getFileName().toString(), interchange.fileName(),
                "The outbox of " + interchange.counterpart() + " cannot be written: " + e.getMessage()), e);
        }
        transmissions.sent(interchange, "file " + interchange.fileName(), Light.Colour.GREEN);
    }

    private void stage(Interchange interchange, Path folder) {
        try (InputStream bytes = archive.open(interchange.sha256())) {
            FolderDrop.stage(folder, interchange.fileName(), bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
