// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.as2.As2;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Disposition;
import io.acornhub.channel.as2.As2Packed;
import io.acornhub.channel.as2.As2ReceiptRequest;
import io.acornhub.interchange.As2Message.Receipt;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes our receipts: their bytes are in the archive before anything says that they were made. */
@Component
class As2Receipts {
    private static final int LONGEST_URL = 500;
    private final As2 as2;
    private final As2Store store;

    As2Receipts(As2 as2, As2Store store) {
        this.as2 = as2;
        this.store = store;
    }

    /**
     * A receipt, if one was asked for.
     *
     * @param receipt NONE, ANSWERED, or DUE and GIVEN_UP of an asynchronous one, which is not posted to a host that is not allowed
     * @param sha256 of the archive; with {@code disposition}, {@code certificate} (ours) and {@code url} null for none
     * @param answer what the post is answered with once all is committed
     */
    record Made(Receipt receipt, String sha256, String disposition, String certificate, String url, As2Answer answer, String words) {
    }

    /** For the message as it was opened. */
    Made make(As2Taking.Arrived arrived) throws IOException {
        As2Disposition disposition = arrived.opened().failure().map(f -> As2Disposition.of(f.told()))
            .orElse(As2Disposition.taken());
        return make(arrived, disposition, null);
    }

    /** @param text for people; null for the usual one */
    Made make(As2Taking.Arrived arrived, As2Disposition disposition, String text) throws IOException {
        Optional<As2ReceiptRequest> request = arrived.opened().request();
        if (request.isEmpty()) {
            return new Made(Receipt.NONE, null, null, null, null, As2Answer.ok(), "no receipt asked for");
        }
        String id = As2.newMessageId(arrived.from().settings().ownId());
        try (As2Packed packed = text == null ? as2.receipt(arrived.opened(), arrived.profile(), id)
            : as2.receipt(arrived.opened(), arrived.profile(), id, disposition, text)) {
            byte[] bytes = packed.body().bytes();
            String sha256 = store.wire(packed.headers(), As2Content.of(bytes));
            String certificate = packed.headers().contentType().equals("multipart/signed")
                ? store.certificate(arrived.profile().signing().certificate()) : null;
            As2Answer answer = new As2Answer(200, packed.headers(), bytes, null);
            return addressed(request.get(), arrived.from(), new Made(Receipt.ANSWERED, sha256, disposition.toString(), certificate, null,
                answer, "receipt in the answer"));
        }
    }

    private static Made addressed(As2ReceiptRequest request, As2Partner from, Made made) {
        if (!request.asynchronous()) {
            return made;
        }
        String url = request.asyncUrl();
        boolean allowed = url.length() <= LONGEST_URL && from.mayPostTo(url);
        String shown = url.length() > LONGEST_URL ? url.substring(0, LONGEST_URL) : url;
        return new Made(allowed ? Receipt.DUE : Receipt.GIVEN_UP, made.sha256(), made.disposition(), made.certificate(), shown,
            As2Answer.ok(), allowed ? "receipt goes to " + shown : "receipt is asked for at " + shown + ", which is not among mdnHosts "
            + from.settings().mdnHosts() + " of the channel; it is not posted");
    }
}
