// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Evidence;
import io.acornhub.channel.as2.As2Headers;
import io.acornhub.channel.as2.As2Mic;
import io.acornhub.channel.as2.As2Verification;
import io.acornhub.channel.as2.As2Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The evidence of one AS2 message, read from its ZIP and held against its manifest. */
final class As2EvidenceZip {
    private static final String MANIFEST = "manifest.json";
    /** Evidence is a message and its receipt; more is no evidence of this hub. */
    private static final int MOST_ENTRIES = 50;
    private static final long LARGEST = 1L << 30;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private JsonNode manifest;

    private As2EvidenceZip() {
    }

    /** Reads it; what is wrong with it is in {@link #problems()}. */
    static As2EvidenceZip read(Path file) throws IOException {
        As2EvidenceZip evidence = new As2EvidenceZip();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long left = LARGEST;
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] bytes = in.readNBytes((int) Math.min(left, Integer.MAX_VALUE - 8));
                    left -= bytes.length;
                    evidence.entries.put(entry.getName(), bytes);
                }
                if (left <= 0 || evidence.entries.size() > MOST_ENTRIES) {
                    evidence.problems.add("the file is too large to be the evidence of a message");
                    return evidence;
                }
            }
        } catch (ZipException e) {
            evidence.problems.add("the file cannot be read as a ZIP: " + e.getMessage());
            return evidence;
        }
        evidence.check();
        return evidence;
    }

    private void check() {
        byte[] text = entries.get(MANIFEST);
        if (text == null) {
            problems.add("there is no " + MANIFEST + "; this is no evidence of an AS2 message");
            return;
        }
        try {
            manifest = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            problems.add(MANIFEST + " cannot be read: " + e.getOriginalMessage());
            return;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
        if (!"as2".equals(manifest.path("kind").asText())) {
            problems.add(MANIFEST + " is not that of an AS2 message");
        }
        List<String> named = new ArrayList<>(List.of(MANIFEST));
        for (JsonNode entry : manifest.path("entries")) {
            String name = entry.path("name").asText();
            named.add(name);
            byte[] bytes = entries.get(name);
            if (bytes == null) {
                problems.add(name + " is missing");
            } else if (!sha256(bytes).equals(entry.path("sha256").asText())) {
                problems.add(name + " was changed: its SHA-256 is not that of the manifest");
            }
        }
        entries.keySet().stream().filter(name -> !named.contains(name)).forEach(name -> problems.add(name
            + " stands in no manifest; it was added"));
        entries.keySet().stream().filter(name -> name.endsWith(".missing.txt")).forEach(name -> problems.add(name
            + ": the archive had lost it when the evidence was written"));
    }

    /** What is wrong with the file itself, before anything is verified. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Null where there is none. */
    JsonNode manifest() {
        return manifest;
    }

    As2Verification verify() throws IOException {
        boolean inbound = "INBOUND".equals(manifest.path("direction").asText());
        List<X509Certificate> own = certificates("own-certificate.pem");
        List<X509Certificate> partner = certificates("partner-certificate.pem");
        byte[] message = entries.get("message.http");
        byte[] receipt = entries.get("receipt.http");
        byte[] signed = entries.get("signed.mime");
        return new As2Verifier().verify(new As2Evidence(manifest.path("messageId").asText(null), headers(message),
            signed == null ? null : As2Content.of(signed), message == null ? null : As2Content.of(body(message)),
            As2Mic.of(manifest.path("mic").asText(null)).orElse(null), inbound ? partner : own, headers(receipt),
            receipt == null ? null : As2Content.of(body(receipt)), inbound ? own : partner, moment()));
    }

    private Instant moment() {
        try {
            return Instant.parse(manifest.path("at").asText());
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static As2Headers headers(byte[] wire) {
        return wire == null ? null : As2Headers.parse(new String(wire, 0, head(wire), StandardCharsets.ISO_8859_1));
    }

    private static byte[] body(byte[] wire) {
        int head = head(wire);
        return java.util.Arrays.copyOfRange(wire, head, wire.length);
    }

    /** Where the body begins: behind the first empty line. */
    private static int head(byte[] wire) {
        for (int i = 3; i < wire.length; i++) {
            if (wire[i] == '\n' && wire[i - 1] == '\r' && wire[i - 2] == '\n' && wire[i - 3] == '\r') {
                return i + 1;
            }
        }
        return wire.length;
    }

    private List<X509Certificate> certificates(String name) {
        byte[] pem = entries.get(name);
        if (pem == null) {
            return List.of();
        }
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                .map(X509Certificate.class::cast).toList();
        } catch (GeneralSecurityException e) {
            problems.add(name + " is no certificate: " + e.getMessage());
            return List.of();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
