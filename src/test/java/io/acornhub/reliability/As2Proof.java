// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.operations.commands.HubCommands;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The evidence of a message as an operator fetches it, and what the command says of it. */
final class As2Proof {
    static final String PASSWORD = "only-for-this-run";
    private final Path folder;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    As2Proof(Path folder, String hub, Object messageRow) throws IOException, InterruptedException {
        this.folder = folder;
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub + "/api/as2/messages/" + messageRow + "/evidence"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("operator:" + PASSWORD)
                .getBytes(StandardCharsets.UTF_8))).build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("evidence: HTTP " + answer.statusCode());
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    Map<String, byte[]> entries() {
        return entries;
    }

    /** Changes one bit in the middle of an entry; the manifest is made to fit, as a forger would. */
    As2Proof forge(String name) {
        byte[] before = entries.get(name);
        byte[] after = before.clone();
        after[after.length / 3] ^= 1;
        entries.put(name, after);
        entries.put("manifest.json", new String(entries.get("manifest.json"), StandardCharsets.UTF_8).replace(sha256(before), sha256(after))
            .getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Exit code of {@code as2 verify}. */
    int verify() {
        try {
            Path file = Files.createTempFile(folder, "evidence", ".zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
            return HubCommands.run(new String[] {"as2", "verify", "--complete", file.toString()});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
