// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

/** A bundle's file that cannot be used, found before the first document. */
final class CompileException extends Exception {
    CompileException(String file, int line, String reason, Throwable cause) {
        super(file + ":" + line + ": " + reason, cause);
    }
}
