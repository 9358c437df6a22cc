// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The server's own key, made once and kept in a file that only its owner may read. */
final class HostKeyFile {
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int BITS = 256;

    private HostKeyFile() {
    }

    /** @throws IOException where the file cannot be read, or others may read it */
    static KeyPair keyPair(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            if (isPosix()) {
                Set<PosixFilePermission> others = Files.getPosixFilePermissions(file);
                others.removeAll(OWNER);
                if (!others.isEmpty()) {
                    throw new IOException("others than its owner may use " + file + "; take their rights away (chmod 600)");
                }
            }
            try (InputStream in = Files.newInputStream(file)) {
                for (KeyPair pair : SecurityUtils.loadKeyPairIdentities(null, new PathResource(file), in, FilePasswordProvider.EMPTY)) {
                    return pair;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the host key in " + file + " cannot be used: " + e.getMessage(), e);
        }
        throw new IOException("there is no private key in " + file);
    }

    /** Written whole beside its place; where two processes make one, the first stays. */
    private static void make(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(BITS);
        Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
        FileAttribute<?>[] rights = isPosix() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, rights);
        try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.WRITE)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(generator.generateKeyPair(), "acorn-hub", null, out);
        }
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // another process was first
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
