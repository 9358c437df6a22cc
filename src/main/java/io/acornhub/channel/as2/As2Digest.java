// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.util.Locale;
import java.util.Optional;

/** Digests of signatures and message integrity checks. */
public enum As2Digest {
    /** Weak: only for a channel that asks for it. */
    SHA1("SHA-1", "sha1", "1.3.14.3.2.26"),
    SHA256("SHA-256", "sha-256", "2.16.840.1.101.3.4.2.1"),
    SHA384("SHA-384", "sha-384", "2.16.840.1.101.3.4.2.2"),
    SHA512("SHA-512", "sha-512", "2.16.840.1.101.3.4.2.3");

    private final String setting;
    private final String micalg;
    private final String oid;

    As2Digest(String setting, String micalg, String oid) {
        this.setting = setting;
        this.micalg = micalg;
        this.oid = oid;
    }

    /** As the partner file and Java's security providers write it: {@code SHA-256}. */
    public String setting() {
        return setting;
    }

    /** As {@code micalg} and {@code Received-Content-MIC} write it: {@code sha-256}. */
    public String micalg() {
        return micalg;
    }

    String oid() {
        return oid;
    }

    /** True for one that is refused unless the channel's settings name it. */
    public boolean weak() {
        return this == SHA1;
    }

    /** From any spelling: {@code SHA256}, {@code sha-256}, {@code rsa-sha256}, {@code sha2-256}; empty for one that is not known. */
    public static Optional<As2Digest> of(String spelling) {
        if (spelling == null) {
            return Optional.empty();
        }
        String plain = spelling.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replaceFirst("^rsa", "")
            .replaceFirst("^sha2(?=(256|384|512)$)", "sha");
        return switch (plain) {
            case "sha", "sha1" -> Optional.of(SHA1);
            case "sha256" -> Optional.of(SHA256);
            case "sha384" -> Optional.of(SHA384);
            case "sha512" -> Optional.of(SHA512);
            default -> Optional.empty();
        };
    }

    static Optional<As2Digest> ofOid(String oid) {
        for (As2Digest digest : values()) {
            if (digest.oid.equals(oid)) {
                return Optional.of(digest);
            }
        }
        return Optional.empty();
    }
}
