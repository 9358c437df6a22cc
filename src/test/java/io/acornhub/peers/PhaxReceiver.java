// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import com.helger.as2lib.cert.PredefinedCertificateFactory;
import com.helger.as2lib.crypto.ECompressionType;
import com.helger.as2lib.exception.AS2Exception;
import com.helger.as2lib.message.IMessage;
import com.helger.as2lib.message.IMessageMDN;
import com.helger.as2lib.partner.Partnership;
import com.helger.as2lib.partner.SelfFillingPartnershipFactory;
import com.helger.as2lib.processor.DefaultMessageProcessor;
import com.helger.as2lib.processor.module.AbstractProcessorModule;
import com.helger.as2lib.processor.receiver.AS2MDNReceiverModule;
import com.helger.as2lib.processor.receiver.AS2ReceiverModule;
import com.helger.as2lib.processor.receiver.AbstractActiveNetModule;
import com.helger.as2lib.processor.receiver.net.AS2MDNReceiverHandler;
import com.helger.as2lib.processor.sender.AsynchMDNSenderModule;
import com.helger.as2lib.processor.storage.IProcessorStorageModule;
import com.helger.as2lib.session.AS2Session;
import com.helger.commons.collection.attr.StringMap;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The receiving half of the library of phax: messages on one port, asynchronous MDNs on another, both on the loopback address. */
final class PhaxReceiver implements AutoCloseable {
    private final List<As2Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, As2Sent> mdns = new ConcurrentHashMap<>();
    private final int port = OpenAs2.freePort();
    private final int mdnPort = OpenAs2.freePort();
    private final SelfFillingPartnershipFactory partnerships = new Partnerships();
    private final DefaultMessageProcessor processor = new DefaultMessageProcessor();

    PhaxReceiver(Path folder, KeyStore keys, String password) {
        try {
            AS2Session session = new AS2Session();
            session.setCryptoVerifyUseCertificateInBodyPart(false);
            PredefinedCertificateFactory certificates = new PredefinedCertificateFactory(keys);
            StringMap settings = new StringMap();
            settings.putIn("type", "PKCS12");
            settings.putIn("password", password);
            certificates.initDynamicComponent(session, settings);
            certificates.reinitKeyStore();
            session.setCertificateFactory(certificates);
            partnerships.initDynamicComponent(session, null);
            session.setPartnershipFactory(partnerships);
            processor.initDynamicComponent(session, null);
            waitIn(folder, processor);
            session.setMessageProcessor(processor);
            Keeper keeper = new Keeper();
            keeper.initDynamicComponent(session, null);
            processor.addModule(keeper);
            AsynchMDNSenderModule sender = new AsynchMDNSenderModule();
            sender.initDynamicComponent(session, null);
            processor.addModule(sender);
            listen(new AS2ReceiverModule(), port, session);
            listen(new MdnModule(), mdnPort, session);
        } catch (AS2Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen(AbstractActiveNetModule module, int on, AS2Session session) throws AS2Exception {
        module.initDynamicComponent(session, null);
        module.setAddress("127.0.0.1");
        module.setPort(on);
        processor.addModule(module);
    }

    /** Where the library keeps what waits for an MDN. */
    static void waitIn(Path folder, DefaultMessageProcessor processor) {
        try {
            processor.setPendingMDNFolder(Files.createDirectories(folder.resolve("pending")).toAbsolutePath().toString());
            processor.setPendingMDNInfoFolder(Files.createDirectories(folder.resolve("info")).toAbsolutePath().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library counts headers into the MIC of what comes in when the partnership, not the message, signs, encrypts or compresses. */
    void partnership(String from, String to, As2Terms terms) {
        for (String[] pair : new String[][] {{from, to}, {to, from}}) {
            Partnership known = partnerships.getPartnershipByName(pair[0] + "-" + pair[1]);
            Partnership partnership = known == null ? new Partnership(pair[0] + "-" + pair[1]) : known;
            partnership.setSenderAS2ID(pair[0]);
            partnership.setSenderX509Alias(PhaxAs2.alias(pair[0]));
            partnership.setReceiverAS2ID(pair[1]);
            partnership.setReceiverX509Alias(PhaxAs2.alias(pair[1]));
            partnership.setSigningAlgorithm(PhaxAs2.sign(terms));
            partnership.setEncryptAlgorithm(PhaxAs2.encrypt(terms));
            partnership.setCompressionType(terms.compresses() ? ECompressionType.ZLIB : null);
            try {
                partnerships.addPartnership(partnership);
            } catch (AS2Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void start() {
        processor.startActiveModules();
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    String mdnUrl() {
        return "http://127.0.0.1:" + mdnPort + "/";
    }

    List<As2Received> received() {
        return List.copyOf(received);
    }

    Optional<As2Sent> mdn(String messageId) {
        return Optional.ofNullable(mdns.get(messageId));
    }

    @Override
    public void close() {
        processor.stopActiveModules();
    }

    /** Gives a partnership the aliases that the library's receiver of MDNs sets to null. */
    private static final class Partnerships extends SelfFillingPartnershipFactory {
        @Override
        protected void onBeforeAddPartnership(Partnership partnership) throws AS2Exception {
            if (partnership.getSenderX509Alias() == null) {
                partnership.setSenderX509Alias(PhaxAs2.alias(partnership.getSenderAS2ID()));
            }
            if (partnership.getReceiverX509Alias() == null) {
                partnership.setReceiverX509Alias(PhaxAs2.alias(partnership.getReceiverAS2ID()));
            }
            super.onBeforeAddPartnership(partnership);
        }
    }

    /** Takes the library's messages into memory. */
    private final class Keeper extends AbstractProcessorModule {
        @Override
        public boolean canHandle(String action, IMessage message, Map<String, Object> options) {
            return IProcessorStorageModule.DO_STORE.equals(action);
        }

        @Override
        public void handle(String action, IMessage message, Map<String, Object> options) {
            try {
                received.add(new As2Received(message.partnership().getSenderAS2ID(), message.partnership().getReceiverAS2ID(),
                    message.getMessageID(), message.getData().getInputStream().readAllBytes()));
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The library's own receiver of MDNs, which tells us what it found. */
    private final class MdnModule extends AS2MDNReceiverModule {
        @Override
        public AS2MDNReceiverHandler createHandler() {
            AS2MDNReceiverHandler handler = super.createHandler();
            handler.setIncomingMDNCallback(this::came);
            return handler;
        }

        private void came(boolean sync, IMessageMDN mdn, String from, String to, String disposition, String mic, String messageId,
            boolean signed, boolean matched) {
            mdns.put(messageId, new As2Sent(messageId, disposition, matched, null));
        }
    }
}
