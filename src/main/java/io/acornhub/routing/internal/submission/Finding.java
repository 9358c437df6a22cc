// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.sellingpartner.Submission.Proof;
import java.time.Duration;
import java.util.Objects;

/**
 * What an independent read says of one submission.
 *
 * @param after of one that could not be asked: how long to wait at least
 */
record Finding(Kind kind, Proof proof, Duration after) {
    enum Kind {
        /** Amazon shows it as we sent it. */
        AS_SENT,
        /** Amazon shows something else than we sent, or that it rejected it. */
        OTHER,
        /** Amazon does not show it, or not yet. */
        NOT_SHOWN,
        /** Amazon could not be asked now. */
        NOT_ASKED,
        /** There is no way to ask. */
        NO_WAY
    }

    static Finding asSent(Proof proof) {
        return new Finding(Kind.AS_SENT, proof, null);
    }

    static Finding other(Proof proof) {
        return new Finding(Kind.OTHER, proof, null);
    }

    static Finding notShown(String words) {
        return new Finding(Kind.NOT_SHOWN, Proof.of(words), null);
    }

    static Finding noWay(String words) {
        return new Finding(Kind.NO_WAY, Proof.of(words), null);
    }

    /** @param read one that was not asked, which says how long to wait */
    static Finding notAsked(AmazonReads.Read read) {
        return new Finding(Kind.NOT_ASKED, Proof.of(read.words()), Objects.requireNonNull(read.after()));
    }

    String words() {
        return proof.words();
    }
}
