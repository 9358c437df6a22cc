// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The folder that an OpenAS2 server is started from: its configuration, its key store and where it keeps messages. */
final class OpenAs2Home {
    static final String PASSWORD = "test";
    private final Path folder;
    private final KeyStore keys;
    private final StringBuilder partners = new StringBuilder();
    private final StringBuilder partnerships = new StringBuilder();
    private final Map<String, String> aliases = new LinkedHashMap<>();

    OpenAs2Home(Path folder, Identity own) {
        this.folder = folder.toAbsolutePath().normalize();
        try {
            keys = Identity.emptyStore();
            keys.setKeyEntry("own", own.key(), PASSWORD.toCharArray(), new X509Certificate[] {own.certificate()});
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path folder(String name) {
        return folder.resolve(name);
    }

    void partner(String as2Id, X509Certificate certificate) {
        String alias = certificate == null ? "own" : "partner" + aliases.size();
        if (aliases.putIfAbsent(as2Id, alias) != null) {
            return;
        }
        try {
            if (certificate != null) {
                keys.setCertificateEntry(alias, certificate);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        partners.append("<partner name=\"%1$s\" as2_id=\"%1$s\" x509_alias=\"%2$s\" email=\"edi@example.org\"/>%n".formatted(as2Id, alias));
    }

    void partnership(String from, String to, String url, As2Terms terms, String asyncUrl, int retries) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("protocol", "as2");
        attributes.put("content_transfer_encoding", "8bit");
        attributes.put("subject", "EDI");
        attributes.put("as2_url", url);
        if (terms.asksForMdn()) {
            attributes.put("as2_mdn_to", "edi@example.org");
        }
        attributes.put("as2_mdn_options", terms.asksForMdn() && terms.mdnSigned()
            ? "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, " + micAlgorithm(terms) : "none");
        if (terms.async()) {
            attributes.put("as2_receipt_option", asyncUrl);
        }
        if (terms.signs()) {
            attributes.put("sign", terms.sign().replace("-", ""));
        }
        if (terms.encrypts()) {
            attributes.put("encrypt", terms.encrypt().replace("-CBC", "").toLowerCase(Locale.ROOT));
        }
        if (terms.compresses()) {
            attributes.put("compression_type", "ZLIB");
            attributes.put("compression_mode", "compress-" + terms.compress());
        }
        attributes.put("resend_max_retries", Integer.toString(retries));
        partnerships.append("<partnership name=\"%1$s-%2$s\"><sender name=\"%1$s\"/><receiver name=\"%2$s\"/>%n"
            .formatted(from, to));
        attributes.forEach((name, value) -> partnerships.append("<attribute name=\"%s\" value=\"%s\"/>%n".formatted(name, value)));
        partnerships.append("</partnership>\n");
    }

    private static String micAlgorithm(As2Terms terms) {
        return terms.signs() ? terms.sign().replace("-", "") : "SHA256";
    }

    void write(int port, int mdnPort, boolean store) {
        try {
            for (String part : new String[] {"config", "outbox", "error", "sent", "received", "headers", "mdn", "temp", "pending", "info",
                "resend"}) {
                Files.createDirectories(folder(part));
            }
            Identity.save(keys, folder("config").resolve("keys.p12"), PASSWORD);
            Files.writeString(folder("config").resolve("partnerships.xml"),
                "<partnerships>\n" + partners + partnerships + "</partnerships>\n");
            Files.writeString(folder("config").resolve("commands.xml"), "<commands></commands>\n");
            Files.writeString(config(), configuration(port, mdnPort, store));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path config() {
        return folder("config").resolve("config.xml");
    }

    /** Names of stored files: from, to and message id between tildes; without its angle brackets, which OpenAS2 leaves out of names. */
    private String configuration(int port, int mdnPort, boolean store) {
        return """
            <openas2>
            <properties log_date_format="HH:mm:ss.SSS"/>
            <certificates classname="org.openas2.cert.PKCS12CertificateFactory" filename="%1$s/config/keys.p12" password="%2$s"/>
            <partnerships classname="org.openas2.partner.XMLPartnershipFactory" filename="%1$s/config/partnerships.xml"/>
            <commands classname="org.openas2.cmd.XMLCommandRegistry" filename="%1$s/config/commands.xml"/>
            <processor classname="org.openas2.processor.DefaultProcessor" pendingmdn="%1$s/pending" pendingmdninfo="%1$s/info">
            <module classname="org.openas2.processor.sender.AS2SenderModule"/>
            <module classname="org.openas2.processor.sender.MDNSenderModule"/>
            <module classname="org.openas2.processor.receiver.AS2DirectoryPollingModule" outboxdir="%1$s/outbox" errordir="%1$s/error"
              sentdir="%1$s/sent" stored_sent_filename="$msg.attributes.filename$" stored_error_filename="$msg.attributes.filename$"
              interval="1" delimiters="~" sendfilename="true" format="sender.as2_id, receiver.as2_id, attributes.fileid"
              mimetype="application/edi-x12"/>
            <module classname="org.openas2.processor.storage.MDNFileModule" protocol="as2" tempdir="%1$s/temp"
              filename="%1$s/mdn/$mdn.msg.attributes.filename$"/>
            <module classname="org.openas2.processor.storage.MessageFileModule" protocol="as2" %5$s
              filename="%1$s/received/$msg.sender.as2_id$~$msg.receiver.as2_id$~$rand.UUID$~$msg.headers.message-id$"/>
            <module classname="org.openas2.processor.receiver.AS2ReceiverModule" address="127.0.0.1" port="%3$d" errordir="%1$s/error"/>
            <module classname="org.openas2.processor.receiver.AS2MDNReceiverModule" address="127.0.0.1" port="%4$d" errordir="%1$s/error"/>
            <module classname="org.openas2.processor.resender.DirectoryResenderModule" resenddir="%1$s/resend" errordir="%1$s/error"
              resenddelay="1"/>
            </processor>
            </openas2>
            """.formatted(folder, PASSWORD, port, mdnPort, store ? "tempdir=\"" + folder + "/temp\"" : "");
    }
}
