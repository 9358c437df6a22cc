// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.util.Locale;
import java.util.Optional;

/**
 * What a receipt says became of the message (RFC 4130, section 7.4.3 and 7.5).
 *
 * @param processed whether the type is {@code processed}, else it is {@code failed} or something else
 * @param modifier {@code error}, {@code failure}, {@code warning} or another word in lower case; null for none
 * @param words what stands after the modifier, for example {@code decryption-failed}; null for none
 */
public record As2Disposition(boolean processed, String modifier, String words) {
    private static final String MODE = "automatic-action/MDN-sent-automatically; ";

    /** All is well. */
    public static As2Disposition taken() {
        return new As2Disposition(true, null, null);
    }

    /** Taken with a warning, for example {@code duplicate-document}. */
    public static As2Disposition warning(String words) {
        return new As2Disposition(true, "warning", words);
    }

    /** Not taken. */
    public static As2Disposition of(As2Modifier modifier) {
        return new As2Disposition(!modifier.failure(), modifier.failure() ? "failure" : "error", modifier.words());
    }

    /** From the field of a receipt; empty when it is not one. */
    public static Optional<As2Disposition> parse(String field) {
        if (field == null || field.indexOf(';') < 0) {
            return Optional.empty();
        }
        String what = field.substring(field.indexOf(';') + 1).strip();
        int slash = what.indexOf('/');
        String type = (slash < 0 ? what : what.substring(0, slash)).strip().toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String rest = slash < 0 ? null : what.substring(slash + 1).strip();
        String[] parts = rest == null ? new String[] {null} : rest.split("\\s*:\\s*", 2);
        String modifier = parts[0] == null ? null : parts[0].strip().toLowerCase(Locale.ROOT);
        return Optional.of(new As2Disposition("processed".equals(type), modifier, parts.length < 2 ? null : parts[1].strip()));
    }

    /** True when the partner has taken the message, with a warning or without. */
    public boolean accepted() {
        return processed && (modifier == null || modifier.isEmpty() || modifier.startsWith("warning"));
    }

    /** The failure named, where it is one that is known. */
    public Optional<As2Modifier> failure() {
        for (As2Modifier known : As2Modifier.values()) {
            if (known.words().equalsIgnoreCase(words)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** The value of the field {@code Disposition}. */
    @Override
    public String toString() {
        return MODE + (processed ? "processed" : "failed") + (modifier == null ? "" : "/" + modifier)
            + (words == null ? "" : ": " + words);
    }
}
