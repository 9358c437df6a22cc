// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.SetGrammar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The generated schemas on disk, where the cartridge wants them. What is in a file never changes: its name ends in a hash of its
 * content, since the cartridge's own caches know a schema by its name alone.
 */
public final class SchemaFiles {
    private static final int HASH_CHARACTERS = 16;
    private final Path folder;

    /** @param folder made when the first schema is written */
    public SchemaFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Generates the schema of interchanges with that set, unless its file is there and as it was written.
     *
     * @return for example {@code x12-004010-850-1f0c52ab7e9d4410.dfdl.xsd}, absolute
     */
    public Path schema(SetGrammar grammar) throws IOException {
        byte[] text = DfdlGenerator.schema(grammar).getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("x12-" + grammar.release() + "-" + grammar.setId() + "-" + hash(text) + ".dfdl.xsd");
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), text)) {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "schema", ".part");
            Files.write(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
