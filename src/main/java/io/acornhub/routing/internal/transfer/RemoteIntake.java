// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.routing.HubSettings;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.Intake;
import io.acornhub.routing.internal.Receiving;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;

/**
 * Takes a file of a server of others in: archived and recorded, and only then may the original go. The delivery is known by name,
 * size, time and content, so that a pick-up that a crash cut off before the original was gone finds its own row, while the same
 * name sent anew later is a delivery of its own, which the envelope check then judges.
 */
@Component("remoteIntake")
public class RemoteIntake {
    private final Archive archive;
    private final Intake intake;
    private final long largest;
    private final FetchAttempts attempts;

    RemoteIntake(Archive archive, Intake intake, HubSettings settings, FetchAttempts attempts) {
        this.archive = archive;
        this.intake = intake;
        this.largest = settings.flow().largest();
        this.attempts = attempts;
    }

    /**
     * The body is the file as a stream; headers: CamelFileNameOnly or CamelFileName, CamelFileLength (bytes) and
     * CamelFileLastModified (milliseconds) as the server lists them, and AcornDirection, AcornSide, AcornCounterpart, AcornChannel.
     *
     * @throws ChannelFault where it cannot be read to its end; the original must stay then
     */
    public WorkMessage file(Exchange exchange) throws IOException {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        if (name == null) {
            name = exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class);
        }
        long size = exchange.getMessage().getHeader(Exchange.FILE_LENGTH, -1L, Long.class);
        long modified = exchange.getMessage().getHeader(Exchange.FILE_LAST_MODIFIED, 0L, Long.class);
        attempts.begun(FetchAttempts.file(Receiving.origin(exchange).channel(), name, size, modified));
        try (InputStream bytes = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            return take(Receiving.origin(exchange), bytes, name, size, modified).message();
        } catch (InvalidPayloadException e) {
            throw new IllegalStateException("the body of a fetched file is no stream", e);
        }
    }

    /**
     * @param name as the server has it; shown only
     * @param size in bytes as listed, -1 where the server does not say; another number of bytes that come is a file that still grows
     * @param modified time as listed, in any unit that stays the same for the same file
     */
    public Intake.Taken take(Intake.Origin origin, InputStream bytes, String name, long size, long modified) {
        String shown = RemoteNames.plain(name);
        Archive.Entry stored;
        try {
            stored = archive.store(new Bounded(bytes, largest));
        } catch (IOException e) {
            throw unread(origin, shown, "could not be fetched to its end and stays where it is: " + e.getMessage(), e);
        }
        if (size >= 0 && stored.size() != size) {
            throw unread(origin, shown, "was listed with " + size + " bytes and " + stored.size()
                + " came; it seems to be written still and is fetched again later", null);
        }
        return intake.take(origin, key(name, size, modified, stored.sha256()), shown, stored);
    }

    private static ChannelFault unread(Intake.Origin origin, String name, String why, IOException cause) {
        return new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, origin.channel(), name, "File " + name + " of "
            + origin.counterpart() + " " + why), cause);
    }

    /** The channel's name is put before it by the intake. */
    private static String key(String name, long size, long modified, String sha256) {
        try {
            byte[] of = (name + "|" + size + "|" + modified + "|" + sha256).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that never stops sending must not fill the archive. */
    private static final class Bounded extends FilterInputStream {
        private final long largest;
        private long read;

        Bounded(InputStream in, long largest) {
            super(in);
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int number = super.read(into, offset, length);
            count(Math.max(number, 0));
            return number;
        }

        private void count(int number) throws IOException {
            read += number;
            if (read > largest) {
                throw new IOException("it has more than " + largest + " bytes (acorn.flow.largest)");
            }
        }
    }
}
