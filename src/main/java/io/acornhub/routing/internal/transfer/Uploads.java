// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.Transmissions;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/**
 * The two ends of putting a stored interchange where a step of the route puts it, under its final name at once: {@code open}
 * commits that it begins, {@code close} that it is there. Between both nobody knows; the next attempt puts the same bytes under
 * the same name again, which does no harm where the name replaces itself.
 */
@Component("uploads")
public class Uploads {
    /** False where nothing is left to be put. */
    public static final String OPEN = "AcornOpen";
    /** True where an attempt before may have got through. */
    public static final String REPEATED = "AcornRepeated";
    private static final String INTERCHANGE = "AcornInterchange";
    private final StageTools tools;
    private final Archive archive;
    private final Transmissions transmissions;

    public Uploads(StageTools tools, Archive archive, Transmissions transmissions) {
        this.tools = tools;
        this.archive = archive;
        this.transmissions = transmissions;
    }

    /** Work message in; the bytes as a stream out, with headers AcornOpen, AcornRepeated, CamelFileName and CamelFileLength. */
    public void open(Exchange exchange) {
        WorkMessage message = exchange.getMessage().getBody(WorkMessage.class);
        Optional<Interchange> open = tools.traced(Queues.OUTBOUND_SEND, message, () -> transmissions.open(message));
        exchange.getMessage().setHeader(OPEN, open.isPresent());
        if (open.isEmpty()) {
            return;
        }
        Interchange interchange = open.get();
        boolean[] first = {false};
        transmissions.begin(interchange, () -> first[0] = true);
        InputStream bytes = bytes(interchange);
        exchange.getExchangeExtension().addOnCompletion(closing(bytes));
        exchange.getMessage().setHeader(REPEATED, !first[0]);
        exchange.getMessage().setHeader(INTERCHANGE, interchange.id());
        exchange.getMessage().setHeader(Exchange.FILE_NAME, interchange.fileName());
        exchange.getMessage().setHeader(Exchange.FILE_LENGTH, interchange.sizeBytes());
        exchange.getMessage().setBody(bytes);
    }

    /** It is there; the audit trail says so, and whether it may have been there before. */
    public void close(Exchange exchange) {
        Interchange interchange = tools.interchanges().find(exchange.getMessage().getHeader(INTERCHANGE, String.class)).orElseThrow();
        boolean repeated = exchange.getMessage().getHeader(REPEATED, false, Boolean.class);
        tools.traced(Queues.OUTBOUND_SEND, WorkMessage.ofInterchange(interchange.id()), () -> {
            transmissions.sent(interchange, "file " + interchange.fileName() + (repeated
                ? ", the same name and bytes again, since the end of the attempt before is unknown" : ""), Light.Colour.GREEN);
            return null;
        });
    }

    /** For a route's catch: what a step of it threw becomes a fault that is retried. */
    public void failed(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (cause instanceof ChannelFault fault) {
            throw fault;
        }
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class);
        throw new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, String.valueOf(exchange.getFromRouteId()), name, "File " + name
            + " could not be put where the partner takes it: " + cause.getMessage()), cause);
    }

    private InputStream bytes(Interchange interchange) {
        try {
            return archive.open(interchange.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SynchronizationAdapter closing(Closeable bytes) {
        return new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange exchange) {
                try {
                    bytes.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
