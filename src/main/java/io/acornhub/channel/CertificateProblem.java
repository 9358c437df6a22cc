// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

/** Why a configured certificate cannot be used at a moment. */
public enum CertificateProblem {
    /** There is no such file, or it cannot be read. */
    FILE_MISSING,
    /** The environment variable or file that should hold the password is not there, or the file needs one and none is named. */
    PASSWORD_MISSING,
    /** The password does not open the file. */
    PASSWORD_WRONG,
    /** The file holds nothing that is a certificate, or is damaged. */
    UNREADABLE,
    /** An own certificate without its key. */
    KEY_MISSING,
    /** The key in the file is not that of the certificate. */
    KEY_DOES_NOT_FIT,
    /** Before {@code from} of the partner file. */
    NOT_YET,
    /** At or after {@code to} of the partner file. */
    NO_LONGER,
    /** Before the certificate's own beginning. */
    NOT_YET_VALID,
    /** After the certificate's own end. */
    EXPIRED;

    /** True when nothing is wrong with the file and only its time is over or has not come. */
    public boolean ofTime() {
        return this == NOT_YET || this == NO_LONGER || this == NOT_YET_VALID || this == EXPIRED;
    }
}
