// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

/** What can be wrong with a message, in the words of the disposition of a receipt (RFC 4130, section 7.5). */
public enum As2Modifier {
    DECRYPTION_FAILED(false, "decryption-failed"),
    AUTHENTICATION_FAILED(false, "authentication-failed"),
    INTEGRITY_CHECK_FAILED(false, "integrity-check-failed"),
    DECOMPRESSION_FAILED(false, "decompression-failed"),
    INSUFFICIENT_MESSAGE_SECURITY(false, "insufficient-message-security"),
    UNEXPECTED_PROCESSING_ERROR(false, "unexpected-processing-error"),
    UNSUPPORTED_FORMAT(true, "unsupported format"),
    UNSUPPORTED_MIC_ALGORITHMS(true, "unsupported MIC-algorithms"),
    SENDER_EQUALS_RECEIVER(true, "sender-equals-receiver"),
    UNKNOWN_TRADING_PARTNER(false, "unknown-trading-partner");

    private final boolean failure;
    private final String words;

    As2Modifier(boolean failure, String words) {
        this.failure = failure;
        this.words = words;
    }

    /** The words after {@code error:} or {@code failure:}. */
    public String words() {
        return words;
    }

    /** True for a disposition {@code failed/failure}, false for {@code processed/error}. */
    public boolean failure() {
        return failure;
    }
}
