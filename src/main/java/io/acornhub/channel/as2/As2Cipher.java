// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.util.Optional;

/** Ciphers of message contents. */
public enum As2Cipher {
    /** Weak: only for a channel that asks for it. */
    TRIPLE_DES("3DES", "1.2.840.113549.3.7"),
    AES128_CBC("AES128-CBC", "2.16.840.1.101.3.4.1.2"),
    AES192_CBC("AES192-CBC", "2.16.840.1.101.3.4.1.22"),
    AES256_CBC("AES256-CBC", "2.16.840.1.101.3.4.1.42"),
    AES128_GCM("AES128-GCM", "2.16.840.1.101.3.4.1.6"),
    AES256_GCM("AES256-GCM", "2.16.840.1.101.3.4.1.46");

    private final String setting;
    private final String oid;

    As2Cipher(String setting, String oid) {
        this.setting = setting;
        this.oid = oid;
    }

    /** As the partner file writes it. */
    public String setting() {
        return setting;
    }

    String oid() {
        return oid;
    }

    /** True for one that is refused unless the channel's settings name it. */
    public boolean weak() {
        return this == TRIPLE_DES;
    }

    /** True for one that proves by itself that nobody changed the content. */
    public boolean authenticated() {
        return this == AES128_GCM || this == AES256_GCM;
    }

    /** From the spelling of the partner file. */
    public static Optional<As2Cipher> of(String setting) {
        for (As2Cipher cipher : values()) {
            if (cipher.setting.equalsIgnoreCase(setting)) {
                return Optional.of(cipher);
            }
        }
        return Optional.empty();
    }

    static Optional<As2Cipher> ofOid(String oid) {
        for (As2Cipher cipher : values()) {
            if (cipher.oid.equals(oid)) {
                return Optional.of(cipher);
            }
        }
        return Optional.empty();
    }
}
