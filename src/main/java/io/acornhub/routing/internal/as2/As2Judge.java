// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.as2.As2;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Disposition;
import io.acornhub.channel.as2.As2Headers;
import io.acornhub.channel.as2.As2Mic;
import io.acornhub.channel.as2.As2Receipt;
import io.acornhub.channel.as2.As2Receipt.MicVerdict;
import io.acornhub.channel.as2.As2Receipt.SignatureVerdict;
import io.acornhub.interchange.As2Message;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Reads a receipt for a message of ours and says what it is worth. Its bytes are archived first. */
@Component
class As2Judge {
    private final As2 as2;
    private final As2Store store;
    private final Certificates certificates;
    private final Clock clock;

    As2Judge(As2 as2, As2Store store, Certificates certificates, Clock clock) {
        this.as2 = as2;
        this.store = store;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Whether the partner certainly has the message, and the receipt for the record. */
    record Judged(boolean confirms, As2Outcomes.Verdict verdict) {
    }

    Judged judge(As2Partner partner, As2Message message, As2Headers headers, As2Content body) throws IOException {
        String sha256 = store.wire(headers, body);
        As2Receipt receipt = as2.readReceipt(headers, body, partner.profile(certificates, clock.instant()),
            As2Mic.of(message.mic()).orElse(null));
        String disposition = receipt.disposition() == null ? null : receipt.disposition().toString();
        boolean ours = receipt.messageId() == null || same(receipt.messageId(), message.messageId());
        boolean confirms = ours && (receipt.confirms() || duplicate(partner, message, receipt));
        String words = confirms ? "receipt " + (receipt.disposition().modifier() == null ? "processed" : shown(receipt.disposition()))
            + (receipt.signature() == SignatureVerdict.VERIFIED ? ", signature" : "")
            + (receipt.micVerdict() == MicVerdict.MATCHES ? " and integrity check right" : "")
            : (ours ? "" : "the receipt is for " + receipt.messageId() + "; ") + (receipt.words() == null ? "" : receipt.words())
            + (receipt.text().isBlank() ? "" : " The partner writes: " + oneLine(receipt.text()));
        return new Judged(confirms, new As2Outcomes.Verdict(sha256, disposition, store.certificate(receipt.signer()), words));
    }

    /**
     * That it came before is good news of a message that may have been sent before: the first time arrived. A receipt like that need
     * not repeat the integrity check; where it does, it must be right.
     */
    private static boolean duplicate(As2Partner partner, As2Message message, As2Receipt receipt) {
        As2Disposition said = receipt.disposition();
        boolean trusted = receipt.signature() == SignatureVerdict.VERIFIED
            || receipt.signature() == SignatureVerdict.UNSIGNED && !partner.settings().mdnSigned();
        return said != null && said.words() != null && said.words().toLowerCase(Locale.ROOT).contains("duplicate") && trusted
            && receipt.micVerdict() != MicVerdict.DIFFERS && (said.accepted() || message.attempts() > 1);
    }

    private static String shown(As2Disposition disposition) {
        return "processed/" + disposition.modifier() + (disposition.words() == null ? "" : ": " + disposition.words());
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    /** Some systems leave the angle brackets out. */
    static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String id) {
        return id.strip().replaceAll("^<|>$", "");
    }
}
