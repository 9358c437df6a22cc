// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import com.helger.as2lib.client.AS2Client;
import com.helger.as2lib.client.AS2ClientRequest;
import com.helger.as2lib.client.AS2ClientResponse;
import com.helger.as2lib.client.AS2ClientSettings;
import com.helger.as2lib.crypto.ECompressionType;
import com.helger.as2lib.crypto.ECryptoAlgorithmCrypt;
import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import com.helger.as2lib.disposition.DispositionOptions;
import com.helger.as2lib.exception.AS2Exception;
import com.helger.as2lib.processor.DefaultMessageProcessor;
import com.helger.as2lib.session.AS2Session;
import com.helger.security.keystore.EKeyStoreType;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The AS2 library of phax, inside the test's process: sends, receives and takes asynchronous MDNs. */
public final class PhaxAs2 implements AutoCloseable {
    private static final String PASSWORD = "test";
    private final Path folder;
    private final String as2Id;
    private final KeyStore keys;
    private final PhaxReceiver receiver;

    /**
     * @param folder for what waits for an MDN; made
     * @param as2Id who it is
     * @param own its key for everything
     */
    public PhaxAs2(Path folder, String as2Id, Identity own) {
        this.folder = folder;
        this.as2Id = as2Id;
        try {
            keys = Identity.emptyStore();
            keys.setKeyEntry(alias(as2Id), own.key(), PASSWORD.toCharArray(), new X509Certificate[] {own.certificate()});
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        receiver = new PhaxReceiver(folder, keys, PASSWORD);
    }

    /** Key stores know no capitals. */
    static String alias(String as2Id) {
        return as2Id.toLowerCase(Locale.ROOT);
    }

    /** A partner with the certificate for all it signs and reads. */
    public PhaxAs2 knows(String partner, X509Certificate certificate) {
        return knows(partner, certificate, As2Terms.USUAL);
    }

    /** The same, for a partner whose messages come by those terms. */
    public PhaxAs2 knows(String partner, X509Certificate certificate, As2Terms terms) {
        try {
            keys.setCertificateEntry(alias(partner), certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        receiver.partnership(partner, as2Id, terms);
        return this;
    }

    public PhaxAs2 start() {
        receiver.start();
        return this;
    }

    public String url() {
        return receiver.url();
    }

    public String mdnUrl() {
        return receiver.mdnUrl();
    }

    /** Sends and waits for the answer; an asynchronous MDN is asked for with {@link #mdn}. */
    public As2Sent send(String to, String url, As2Terms terms, String name, byte[] content) {
        AS2ClientSettings settings = new AS2ClientSettings();
        settings.setKeyStore(EKeyStoreType.PKCS12, bytes(), PASSWORD);
        settings.setSenderData(as2Id, "edi@example.org", alias(as2Id));
        settings.setReceiverData(to, alias(to), url);
        settings.setPartnershipName(as2Id + "-" + to + "-" + terms.word());
        settings.setEncryptAndSign(encrypt(terms), sign(terms));
        if (terms.compresses()) {
            settings.setCompress(ECompressionType.ZLIB, "before-signing".equals(terms.compress()));
        }
        settings.setMDNRequested(terms.asksForMdn());
        settings.setMDNOptions(terms.mdnSigned() ? new DispositionOptions().setMICAlg(sign(terms.signs() ? terms.sign() : "SHA-256"))
            .setMICAlgImportance(DispositionOptions.IMPORTANCE_OPTIONAL).setProtocol(DispositionOptions.PROTOCOL_PKCS7_SIGNATURE)
            .setProtocolImportance(DispositionOptions.IMPORTANCE_OPTIONAL).getAsString() : null);
        if (terms.async()) {
            settings.setAsyncMDNUrl(mdnUrl());
        }
        settings.setRetryCount(0);
        MicLook mic = new MicLook();
        settings.setMICMatchingHandler(mic);
        AS2ClientRequest request = new AS2ClientRequest("EDI").setContentType("application/edi-x12")
            .setData(new DataHandler(new ByteArrayDataSource(content, "application/edi-x12"))).setFilename(name);
        AS2ClientResponse response = new Client().sendSynchronous(settings, request);
        return new As2Sent(response.getOriginalMessageID(), response.hasMDN() ? response.getMDNDisposition() : null, mic.matched(),
            response.hasException() ? String.valueOf(response.getException()) : null);
    }

    static ECryptoAlgorithmCrypt encrypt(As2Terms terms) {
        return terms.encrypts() ? ECryptoAlgorithmCrypt.getFromIDOrNull(terms.encrypt().toLowerCase(Locale.ROOT)) : null;
    }

    static ECryptoAlgorithmSign sign(As2Terms terms) {
        return terms.signs() ? sign(terms.sign()) : null;
    }

    private static ECryptoAlgorithmSign sign(String word) {
        return ECryptoAlgorithmSign.getFromIDOrNull(word.toLowerCase(Locale.ROOT));
    }

    private byte[] bytes() {
        try (java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            keys.store(out, PASSWORD.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The asynchronous MDN for a message it sent. */
    public Optional<As2Sent> mdn(String messageId) {
        return receiver.mdn(messageId);
    }

    /** The message with that id, if it has come. */
    public Optional<As2Received> received(String messageId) {
        return received().stream().filter(message -> message.messageId().equals(messageId)).findFirst();
    }

    /** All it has received, decrypted and verified, oldest first. */
    public List<As2Received> received() {
        return receiver.received();
    }

    @Override
    public void close() {
        receiver.close();
    }

    /** The library's client, which trusts the partner's known certificate and not the one in the message. */
    private final class Client extends AS2Client {
        @Override
        protected AS2Session createSession() {
            AS2Session session = super.createSession();
            session.setCryptoVerifyUseCertificateInBodyPart(false);
            return session;
        }

        @Override
        protected void initMessageProcessor(AS2Session session) throws AS2Exception {
            DefaultMessageProcessor processor = new DefaultMessageProcessor();
            processor.initDynamicComponent(session, null);
            PhaxReceiver.waitIn(folder, processor);
            session.setMessageProcessor(processor);
        }
    }
}
