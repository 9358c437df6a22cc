// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** Makes receipts (RFC 4130, section 7; RFC 8098). They are small and stay in memory. */
final class ReceiptWriting {
    private static final String NEWLINE = "\r\n";
    private final As2Headers message;
    private final Instant now;

    ReceiptWriting(As2Headers message, Instant now) {
        this.message = message;
        this.now = now;
    }

    /** One that is not signed when the profile is null. */
    As2Packed write(As2Profile profile, As2Mic mic, As2Digest signature, String receiptId, As2Disposition disposition, String text) {
        String boundary = Packing.boundary();
        String type = "multipart/report; report-type=disposition-notification; boundary=\"" + boundary + "\"";
        byte[] report = report(boundary, mic, disposition, text).getBytes(StandardCharsets.ISO_8859_1);
        As2Headers headers = Packing.addressed(orUnknown(message.to()), orUnknown(message.from()), receiptId, now)
            .with("Subject", "Message disposition notification");
        if (profile == null) {
            return new As2Packed(headers.with("Content-Type", type).with("Content-Length", String.valueOf(report.length)),
                As2Content.of(report), null, null);
        }
        byte[] start = ("Content-Type: " + type + NEWLINE + NEWLINE).getBytes(StandardCharsets.ISO_8859_1);
        byte[] part = new byte[start.length + report.length];
        System.arraycopy(start, 0, part, 0, start.length);
        System.arraycopy(report, 0, part, start.length, report.length);
        try {
            return Packing.signedBody(headers, As2Content.of(part), profile.signing(), signature, profile.channel(),
                new Spools(Path.of(""), Integer.MAX_VALUE));
        } catch (IOException e) {
            throw new IllegalStateException("a receipt in memory", e);
        }
    }

    private String report(String boundary, As2Mic mic, As2Disposition disposition, String text) {
        StringBuilder report = new StringBuilder();
        report.append("--").append(boundary).append(NEWLINE)
            .append("Content-Type: text/plain; charset=us-ascii").append(NEWLINE).append("Content-Transfer-Encoding: 7bit").append(NEWLINE)
            .append(NEWLINE).append(ascii(text).replaceAll("\r\n|\r|\n", NEWLINE)).append(NEWLINE)
            .append("--").append(boundary).append(NEWLINE)
            .append("Content-Type: message/disposition-notification").append(NEWLINE)
            .append("Content-Transfer-Encoding: 7bit").append(NEWLINE).append(NEWLINE);
        field(report, "Reporting-UA", "Acorn Hub");
        field(report, "Original-Recipient", "rfc822; " + As2Names.quoted(orUnknown(message.to())));
        field(report, "Final-Recipient", "rfc822; " + As2Names.quoted(orUnknown(message.to())));
        if (message.messageId() != null) {
            field(report, "Original-Message-ID", message.messageId());
        }
        field(report, "Disposition", disposition.toString());
        if (mic != null) {
            field(report, "Received-Content-MIC", mic.toString());
        }
        return report.append(NEWLINE).append("--").append(boundary).append("--").append(NEWLINE).toString();
    }

    /** Values of the message's headers hold no line ends: {@link As2Headers} takes them out. */
    private static void field(StringBuilder report, String name, String value) {
        report.append(name).append(": ").append(ascii(value)).append(NEWLINE);
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\r\\n\\t -~]", "?");
    }

    private static String orUnknown(String name) {
        return name == null ? "unknown" : name;
    }
}
