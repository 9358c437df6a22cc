// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.interchange.ChannelFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/**
 * AS2 messages and receipts (RFC 4130, compression RFC 5402) as bytes. It posts nothing and keeps nothing. Who a message is from and
 * for is read first, with {@link As2Headers#from()} and {@link As2Headers#to()}, to find the channel. Safe for parallel use.
 */
public final class As2 {
    private static final int IN_MEMORY = 256 * 1024;
    private final Clock clock;

    /** @param clock for the dates of messages and receipts */
    public As2(Clock clock) {
        this.clock = clock;
    }

    /** A message id for a new message or receipt, with angle brackets; never the same twice. */
    public static String newMessageId(String ownId) {
        return "<" + UUID.randomUUID() + "@" + ownId.replaceAll("[^A-Za-z0-9.-]", "-") + ">";
    }

    /**
     * Packs a document as the channel's settings say.
     *
     * @param fileName for the partner, in Content-Disposition; null for none
     * @param messageId with angle brackets, kept by the caller, the same again for a message that is sent again
     * @param work folder for contents too large for memory
     * @throws ChannelFault CERTIFICATE_UNUSABLE without a key to sign or a certificate to encrypt with
     * @throws IOException when the payload cannot be read or the work folder cannot be written
     */
    public As2Packed pack(As2Content payload, String fileName, As2Profile profile, String messageId, Path work) throws IOException {
        Spools spools = new Spools(work, IN_MEMORY);
        try {
            return new Packing(profile, spools).pack(payload, fileName, messageId, clock.instant());
        } catch (IOException | RuntimeException e) {
            spools.close();
            throw e;
        }
    }

    /**
     * Opens a message. What is wrong with the message is in {@link As2Opened#failure()}; nothing but the faults below is thrown.
     *
     * @param body read to its end and not closed, at most {@link As2Limits#body()} bytes and one
     * @param work folder for contents too large for memory; files {@code as2-*.part} that a crash left there may be deleted at start
     * @throws ChannelFault CERTIFICATE_UNUSABLE when the hub's own or the partner's certificates are what is missing: not the
     *     message's fault, the sender is not to be told that it is
     * @throws IOException when the sender breaks off or the work folder cannot be written: the message was not received
     */
    public As2Opened open(As2Headers headers, InputStream body, As2Profile profile, As2Limits limits, Path work) throws IOException {
        Spools spools = new Spools(work, limits.inMemory());
        try {
            As2Opened opened = new Opening(headers, profile, limits, spools).open(body);
            spools.abandon();
            return opened;
        } catch (IOException | RuntimeException e) {
            spools.close();
            throw e;
        }
    }

    /**
     * The receipt for a message that was opened: {@code processed}, or its failure. Signed when that was asked for and the channel has
     * a key to sign with.
     *
     * @param receiptId header Message-ID of the receipt
     * @throws ChannelFault CERTIFICATE_UNUSABLE without a key, when the message is accepted and its receipt must be signed
     */
    public As2Packed receipt(As2Opened opened, As2Profile profile, String receiptId) {
        As2Disposition disposition = opened.failure().map(f -> As2Disposition.of(f.told())).orElse(As2Disposition.taken());
        String text = opened.accepted() ? "The message was received and is kept." : "The message was not accepted: "
            + opened.failure().get().told().words() + ".";
        return receipt(opened, profile, receiptId, disposition, text);
    }

    /** As {@link #receipt(As2Opened, As2Profile, String)}, with another disposition and a text for people. */
    public As2Packed receipt(As2Opened opened, As2Profile profile, String receiptId, As2Disposition disposition, String text) {
        As2ReceiptRequest request = opened.request().orElse(null);
        boolean signed = request != null && request.signed()
            && (request.signedRequired() && opened.accepted() || profile.signs());
        As2Digest digest = request == null ? As2Digest.SHA256
            : request.algorithm().filter(profile.settings().accept()::takes).orElse(As2Digest.SHA256);
        return new ReceiptWriting(opened.headers(), clock.instant())
            .write(signed ? profile : null, opened.mic(), digest, receiptId, disposition, text);
    }

    /** A receipt that is not signed, for a message that belongs to no channel. */
    public As2Packed refusal(As2Headers headers, As2Modifier modifier, String text, String receiptId) {
        return new ReceiptWriting(headers, clock.instant()).write(null, null, null, receiptId, As2Disposition.of(modifier), text);
    }

    /** True when these are the headers of a receipt and not of a message; {@code multipart/signed} is looked into. */
    public static boolean isReceipt(As2Headers headers, As2Content body) throws IOException {
        return new ReceiptReading(headers, body).isReceipt();
    }

    /**
     * {@code Original-Message-ID} of a receipt before anything is verified, to find the message it is for; null when it has none.
     */
    public static String receiptFor(As2Headers headers, As2Content body) throws IOException {
        return new ReceiptReading(headers, body).messageId();
    }

    /**
     * Reads a receipt. What is wrong with it is in {@link As2Receipt#words()}.
     *
     * @param sentMic of the message it should be for; null when that is not known. The receipt must report the same algorithm, which is
     *     the one that was asked for
     * @throws ChannelFault CERTIFICATE_UNUSABLE when it is signed and the channel has no certificate of the partner for it
     */
    public As2Receipt readReceipt(As2Headers headers, As2Content body, As2Profile profile, As2Mic sentMic) throws IOException {
        As2Settings settings = profile.settings();
        boolean demanded = settings.mdn() != As2Settings.Mdn.NONE && settings.mdnSigned();
        return new ReceiptReading(headers, body).judge(profile::verifyingOrNone, settings.accept(), demanded, sentMic);
    }
}
