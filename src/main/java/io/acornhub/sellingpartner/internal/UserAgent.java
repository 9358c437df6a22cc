// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

/** How the hub names itself to Amazon, which requires it. */
public final class UserAgent {
    public static final String TEXT = "AcornHub/" + version() + " (Language=Java/" + Runtime.version().feature() + "; Platform="
        + System.getProperty("os.name").replaceAll("[^A-Za-z0-9 ._-]", "") + ")";

    private UserAgent() {
    }

    private static String version() {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
