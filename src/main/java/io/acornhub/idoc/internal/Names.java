// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

/** Names with a namespace have slashes in SAP ({@code /ABC/FIELD}) and {@code _-} in XML and in trees ({@code _-ABC_-FIELD}). */
public final class Names {
    /** The leaf that keeps what a record has behind the last field its layout knows. */
    public static final String TAIL = "_TAIL";

    private Names() {
    }

    static String inTree(String name) {
        return name.indexOf('/') < 0 ? name : name.replace("/", "_-");
    }

    static String inLayout(String name) {
        return name.indexOf('-') < 0 ? name : name.replace("_-", "/");
    }
}
