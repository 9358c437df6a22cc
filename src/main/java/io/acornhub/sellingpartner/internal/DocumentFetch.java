// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.CallResult;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.DocumentResult;
import io.acornhub.sellingpartner.DocumentResult.Content;
import io.acornhub.sellingpartner.DocumentResult.Missing;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.SellingPartner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Fetches a document by the address that Amazon gives for five minutes: a plain GET, without a token. Where that does not work the
 * address is asked for anew. Whether it is packed is seen in its bytes, since what is said of it need not hold on the way.
 */
public final class DocumentFetch {
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int ADDRESSES = 3;
    private static final int FIRST_GZIP = 0x1f;
    private static final int SECOND_GZIP = 0x8b;
    /** Bytes of the largest document taken, unpacked. */
    private static final int LARGEST = 256 * 1024 * 1024;
    private final SellingPartner partner;
    private final Wire wire;
    private final String userAgent;

    public DocumentFetch(SellingPartner partner, Wire wire, String userAgent) {
        this.partner = partner;
        this.wire = wire;
        this.userAgent = userAgent;
    }

    /**
     * @param call what gives the address
     * @param field of its answer that holds the address
     */
    public DocumentResult fetch(Connection connection, Call call, String field) {
        String reason = "nothing was tried";
        for (int i = 0; i < ADDRESSES; i++) {
            CallResult result = partner.call(connection, call);
            if (!(result instanceof CallResult.Answered answered)) {
                return missing(result);
            }
            String address = address(answered.answer(), field);
            if (address == null) {
                return new Missing("Amazon gives no address for the document", LATER);
            }
            Wire.Reply reply = wire.send(new Wire.Request("GET", URI.create(address), Map.of("user-agent", userAgent), null,
                connection.timeout()));
            if (reply instanceof Wire.Reply.Came came && came.status() == 200) {
                return unpacked(came.body());
            }
            reason = reply instanceof Wire.Reply.Came came ? "status " + came.status()
                : reply instanceof Wire.Reply.Lost lost ? lost.reason() : ((Wire.Reply.NotSent) reply).reason();
        }
        return new Missing("the document cannot be fetched: " + reason, LATER);
    }

    private static String address(Answer answer, String field) {
        try {
            String address = Lenient.text(Lenient.content(Lenient.read(answer.body())), field);
            return address == null || URI.create(address).getHost() == null ? null : address;
        } catch (Lenient.UnreadableAnswer | IllegalArgumentException e) {
            return null;
        }
    }

    private static Missing missing(CallResult result) {
        if (result instanceof CallResult.Unavailable unavailable) {
            return new Missing(unavailable.reason(), unavailable.after());
        }
        return result instanceof CallResult.Refused refused ? new Missing(refused.inWords(), null)
            : new Missing("no answer came", LATER);
    }

    private static DocumentResult unpacked(byte[] bytes) {
        if (bytes.length < 2 || (bytes[0] & 0xff) != FIRST_GZIP || (bytes[1] & 0xff) != SECOND_GZIP) {
            return new Content(bytes);
        }
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length * 4);
            byte[] part = new byte[8192];
            for (int read = packed.read(part); read >= 0; read = packed.read(part)) {
                if (all.size() + read > LARGEST) {
                    return new Missing("the document is larger than " + LARGEST + " bytes; ask for a shorter time", null);
                }
                all.write(part, 0, read);
            }
            return new Content(all.toByteArray());
        } catch (IOException e) {
            return new Missing("the document is packed and cannot be unpacked: " + e.getMessage(), LATER);
        }
    }
}
