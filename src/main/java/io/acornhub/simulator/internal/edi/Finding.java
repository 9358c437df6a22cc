// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

/**
 * What Amazon has to say of a document's form and content as EDI.
 *
 * @param rule its short name
 * @param text what is wrong, where, and what it should be
 */
record Finding(String rule, Weight weight, String text) {

    /** What follows. */
    enum Weight {
        /** Amazon does not take the document. */
        REFUSED,
        /** Amazon takes it; it is a defect that costs a chargeback. */
        DEFECT,
        /** Nothing follows. */
        REMARK
    }

    static Finding refused(String rule, String text) {
        return new Finding(rule, Weight.REFUSED, text);
    }

    static Finding defect(String rule, String text) {
        return new Finding(rule, Weight.DEFECT, text);
    }

    static Finding remark(String rule, String text) {
        return new Finding(rule, Weight.REMARK, text);
    }
}
