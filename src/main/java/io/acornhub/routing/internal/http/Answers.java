// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.http;

/** What statuses of answers mean for a post that was not taken. */
final class Answers {
    private static final int TIMEOUT = 408;
    private static final int EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private Answers() {
    }

    /** @param repeatable whether the receiver knows a repeat: then an error of the server may be followed by another attempt too */
    static boolean isLater(int status, boolean repeatable) {
        return status == TIMEOUT || status == EARLY || status == TOO_MANY || status == UNAVAILABLE || repeatable && status >= 500;
    }
}
