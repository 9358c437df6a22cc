// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The security providers. BouncyCastle is used by itself and not registered for the whole process; contents in CBC mode and digests go
 * to the providers of the Java runtime, which use the processor's instructions for them.
 */
final class CmsKeys {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private CmsKeys() {
    }

    /** For AES in CBC mode; GCM stays with BouncyCastle, which does not hold a whole content in memory to check it. */
    static Provider forContent(As2Cipher cipher) {
        Provider runtime = Security.getProvider("SunJCE");
        return runtime == null || cipher.authenticated() ? BOUNCY_CASTLE : runtime;
    }

    static MessageDigest digest(As2Digest digest) {
        try {
            return MessageDigest.getInstance(digest.setting());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + digest.setting(), e);
        }
    }

    static As2Mic mic(As2Digest digest, byte[] value) {
        return new As2Mic(Base64.getEncoder().encodeToString(value), digest);
    }
}
