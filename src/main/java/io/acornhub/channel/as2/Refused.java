// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

/** Something is wrong with a message; never with the hub. */
final class Refused extends Exception {
    private final transient As2Modifier modifier;

    Refused(As2Modifier modifier, String words) {
        super(words);
        this.modifier = modifier;
    }

    Refused(As2Modifier modifier, String words, Throwable cause) {
        super(words + ": " + said(cause), cause);
        this.modifier = modifier;
    }

    As2Modifier modifier() {
        return modifier;
    }

    private static String said(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
