// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.security;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The operator's password: from the setting, else generated at the first start, printed once and kept as a hash in a file
 * only its owner may read.
 */
public final class OperatorPassword {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorPassword.class);
    // No 0, 1, I, L, O: it is read from a log and typed.
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 24;
    private static final String KEY = "operator.password.hash";
    private final PasswordEncoder encoder;

    public OperatorPassword(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** The hash to check log-ins against. */
    public String hash(String setting, Path file) {
        if (setting != null && !setting.isBlank()) {
            return encoder.encode(setting);
        }
        try {
            return Files.exists(file) ? kept(file) : generated(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the operator's password cannot be kept in " + file.toAbsolutePath()
                + "; set ACORN_OPERATOR_PASSWORD or make the folder writable", e);
        }
    }

    private String kept(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        String hash = properties.getProperty(KEY);
        if (hash == null) {
            throw new IOException(file + " has no " + KEY + "; delete the file to get a new password");
        }
        LOG.info("The operator's password is the one printed at the first start; to get a new one, delete {} and start again, "
            + "or set ACORN_OPERATOR_PASSWORD", file.toAbsolutePath());
        return hash;
    }

    private String generated(Path file) throws IOException {
        String password = generate();
        String hash = encoder.encode(password);
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        String text = "# Hash of the operator's password. Delete this file and restart to get a new one.\n" + KEY + "="
            + hash + "\n";
        try (SeekableByteChannel out = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly())) {
            Channels.newOutputStream(out).write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (FileAlreadyExistsException anotherHubWasFirst) {
            return kept(file);
        }
        LOG.warn("\n\n  Operator's password (shown once): {}\n\n  To change it set ACORN_OPERATOR_PASSWORD, or delete {} and "
            + "start again.\n", password, file.toAbsolutePath());
        return hash;
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
            : new FileAttribute<?>[0];
    }

    private static String generate() {
        StringBuilder password = new StringBuilder();
        new SecureRandom().ints(LENGTH, 0, ALPHABET.length()).forEach(i -> password.append(ALPHABET.charAt(i)));
        return password.toString();
    }
}
