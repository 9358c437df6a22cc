// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.acornhub.archive.Archive;
import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Messages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What proves an AS2 message, as a ZIP: the message and its receipt as they were on the wire, the part that was signed, the payload,
 * the certificates, and a manifest with the hash of each. The same row gives the same bytes.
 */
@Component
class As2EvidenceFiles {
    private static final String HOW = "acorn-hub.jar as2 verify FILE.zip checks hashes, signatures and the integrity check. By hand: "
        + "SHA-256 of every entry must be the one written here; signed.mime verifies with openssl smime -verify -noverify -certfile "
        + "and the signer's certificate; the receipt's Received-Content-MIC must be mic.";
    private final As2Messages messages;
    private final Archive archive;
    private final ObjectMapper json;

    As2EvidenceFiles(As2Messages messages, Archive archive, ObjectMapper json) {
        this.messages = messages;
        this.archive = archive;
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
    }

    void write(As2Message message, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("as2-" + message.id()
            + "-evidence.zip", StandardCharsets.UTF_8).build().toString());
        try (EvidenceZip zip = new EvidenceZip(response.getOutputStream(), message.receivedAt())) {
            add(zip, "", message);
            zip.add("manifest.json", json(manifest(message, zip.entries())));
        }
    }

    /** The message's entries below a folder of another ZIP. */
    void add(EvidenceZip zip, String folder, As2Message message) throws IOException {
        entry(zip, folder + "message.http", message.messageSha256());
        entry(zip, folder + "signed.mime", message.signedSha256());
        entry(zip, folder + "payload", message.contentSha256());
        entry(zip, folder + "receipt.http", message.mdnSha256());
        entry(zip, folder + "own-certificate.pem", message.ownCertificate());
        entry(zip, folder + "partner-certificate.pem", message.partnerCertificate());
        zip.add(folder + "steps.json", json(messages.steps(message.id())));
    }

    private void entry(EvidenceZip zip, String name, String sha256) throws IOException {
        if (sha256 == null) {
            return;
        }
        try (InputStream bytes = archive.open(sha256)) {
            zip.add(name, bytes);
        } catch (NoSuchFileException e) {
            zip.add(name + ".missing.txt", new ByteArrayInputStream(("The archive has no file with SHA-256 " + sha256 + ".\n")
                .getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Map<String, Object> manifest(As2Message message, List<EvidenceZip.Entry> entries) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("kind", "as2");
        manifest.put("howToVerify", HOW);
        manifest.put("direction", message.inbound() ? "INBOUND" : "OUTBOUND");
        manifest.put("partner", message.partner());
        manifest.put("ownId", message.ownId());
        manifest.put("partnerId", message.partnerId());
        manifest.put("messageId", message.messageId());
        manifest.put("state", message.state());
        manifest.put("at", message.receivedAt().toString());
        manifest.put("mic", message.mic());
        manifest.put("disposition", message.disposition());
        manifest.put("words", message.words());
        manifest.put("entries", entries);
        return manifest;
    }

    private InputStream json(Object value) throws IOException {
        return new ByteArrayInputStream(json.writeValueAsBytes(value));
    }
}
