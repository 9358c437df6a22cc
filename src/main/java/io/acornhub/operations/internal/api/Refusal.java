// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import org.springframework.http.HttpStatus;

/** A call that cannot be served; the message is for the caller. */
final class Refusal extends RuntimeException {
    private final HttpStatus status;

    private Refusal(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    static Refusal unknown(String what, String id) {
        return new Refusal(HttpStatus.NOT_FOUND, "There is no " + what + " " + id + ".");
    }

    static Refusal missing(String detail) {
        return new Refusal(HttpStatus.NOT_FOUND, detail);
    }

    static Refusal bad(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, detail);
    }

    static Refusal conflict(String detail) {
        return new Refusal(HttpStatus.CONFLICT, detail);
    }

    HttpStatus status() {
        return status;
    }
}
