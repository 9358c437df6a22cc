// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

/** One error as Amazon says it; there is no published list of codes, so all of it is text. {@code details} may be null. */
public record ApiError(String code, String message, String details) {
    public String inWords() {
        return code + ": " + message + (details == null || details.isBlank() ? "" : " (" + details + ")");
    }
}
