// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

/**
 * One thing that is wrong: what (code and a sentence), where (segment, its position in the set counted from ST = 1, or
 * the record number of an IDoc file; element such as {@code BEG03}, or a path) and the value found. Absent parts are null.
 *
 * @param elementPosition AK401, one-based; {@code 3:2} for a component; null outside X12 elements
 * @param elementNumber AK402, the data element reference number such as 324; null where there is none
 */
public record Fault(FaultCode code, String segment, Integer position, String element, String elementPosition,
                    String elementNumber, String value, String text) {
    public Fault {
        segment = StoredText.of(segment);
        element = StoredText.of(element);
        value = StoredText.of(value);
        text = StoredText.of(text);
    }

    public static Fault of(FaultCode code, String text) {
        return new Fault(code, null, null, null, null, null, null, text);
    }

    public static Fault at(FaultCode code, String segment, Integer position, String value, String text) {
        return new Fault(code, segment, position, null, null, null, value, text);
    }

    /** A fault of a mapping or business rule at a path of the document, for example {@code lines[2].quantity}. */
    public static Fault onPath(FaultCode code, String path, String value, String text) {
        return new Fault(code, null, null, path, null, null, value, text);
    }

    /** What a person reads: the sentence, the place and the standard's code. */
    public String inWords() {
        StringBuilder words = new StringBuilder(text);
        if (segment != null && position != null) {
            words.append(" [").append(segment).append(" at segment ").append(position).append(']');
        }
        if (code.list() != null) {
            words.append(" (").append(code.list()).append(' ').append(code.standardCode()).append(')');
        }
        return words.toString();
    }
}
