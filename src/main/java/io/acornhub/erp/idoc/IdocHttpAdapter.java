// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.idoc;

import io.acornhub.channel.http.Outcome;
import io.acornhub.channel.http.Posting;
import io.acornhub.channel.http.Receiver;
import io.acornhub.channel.http.TlsContexts;
import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.erp.PostedDeliveries;
import io.acornhub.erp.PostedDeliveries.Verdict;
import io.acornhub.erp.PostedDeliveries.Verdict.What;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Posts one IDoc a document to SAP (settings {@code url, client, user, password, mode, timeout}).
 *
 * <p>Mode {@code soap}: exactly once. The message id in ARCKEY is made from the document, so it is the same on every attempt, and SAP
 * takes a message id once; whatever fails is posted again. Mode {@code plain}: SAP makes an IDoc of every post. So what was seen to be
 * taken is not posted again, what SAP certainly has not got (no connection, or refused before the IDoc is read: 401, 403, 404, 429, 503)
 * is, and where nobody knows (no answer, cut off, 500) a person looks for ARCKEY in SAP and decides.
 */
public final class IdocHttpAdapter implements ErpAdapter {
    /** Refused by SAP's web layer, before anything reads the IDoc. */
    private static final Set<Integer> BEFORE_READING = Set.of(401, 403, 404, 408, 425, 429, 503);
    private final PostedDeliveries deliveries;
    private final Secrets secrets;
    private final TlsContexts tls;
    private final Clock clock;

    public IdocHttpAdapter(PostedDeliveries deliveries, Secrets secrets, TlsContexts tls, Clock clock) {
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.tls = tls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "idoc-http";
    }

    @Override
    public boolean twoPhase() {
        return true;
    }

    @Override
    public void prepare(ErpSystem system, List<Delivery> all) {
        all.forEach(delivery -> new IdocXml(system.name(), delivery.rendered()));
        deliveries.prepare(system, all);
    }

    @Override
    public Delivered commit(ErpSystem system, List<Delivery> all) {
        String mode = system.settings().getOrDefault("mode", "soap");
        if (!Set.of("soap", "plain").contains(mode)) {
            throw new IllegalArgumentException("config/erp/" + system.name() + ".yaml: settings.mode is '" + mode
                + "'; say soap or plain");
        }
        return deliveries.commit(system, all, new SapWay(system, "soap".equals(mode)));
    }

    /** The address of SAP's door, where the setting gives the host alone, and the client. */
    static URI address(Map<String, String> settings, boolean soap) {
        String url = settings.get("url");
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException("settings.url is missing: SAP's address such as https://sap.example:44300");
        }
        String path = URI.create(url).getPath();
        String whole = path == null || path.length() <= 1 ? url.replaceFirst("/$", "") + (soap ? "/sap/bc/srt/idoc" : "/sap/bc/idoc_xml")
            : url;
        String client = settings.getOrDefault("client", "");
        return URI.create(client.isBlank() || whole.contains("sap-client=") ? whole : whole + (whole.contains("?") ? "&" : "?")
            + "sap-client=" + client);
    }

    private final class SapWay implements PostedDeliveries.Way {
        private final ErpSystem system;
        private final boolean soap;
        private final Receiver receiver;

        SapWay(ErpSystem system, boolean soap) {
            this.system = system;
            this.soap = soap;
            Map<String, String> settings = new HashMap<>();
            settings.put("url", address(system.settings(), soap).toString());
            settings.put("timeout", system.settings().getOrDefault("timeout", "PT60S"));
            if (!system.settings().getOrDefault("user", "").isBlank()) {
                settings.put("outAuth", "basic");
                settings.put("outUser", system.settings().get("user"));
                settings.put("outSecret", system.settings().get("password"));
            }
            receiver = Receiver.of(settings, "text/xml; charset=utf-8");
        }

        private String messageId(Delivery delivery) {
            return IdocXml.messageId(system.name(), delivery.documentId());
        }

        @Override
        public Posting posting(Delivery delivery) {
            IdocXml idoc = new IdocXml(system.name(), delivery.rendered());
            byte[] body = soap ? idoc.soap(messageId(delivery)) : idoc.plain();
            try {
                Posting posting = receiver.posting(delivery.documentId(), Posting.Body.of(body), secrets, clock,
                    tls.of(system, clock.instant()));
                return soap ? posting.with(Map.of("SOAPAction", "\"\"")) : posting;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Verdict verdict(Delivery delivery, Outcome.Answered answer) {
            boolean fault = soap && answer.text().contains("Fault>");
            if (answer.isGood() && !fault) {
                return new Verdict(What.TAKEN, soap ? IdocXml.reference(answer.text(), messageId(delivery)) : key(delivery), Duration.ZERO);
            }
            if (BEFORE_READING.contains(answer.status()) || fault && answer.text().contains("MSGID_LOCKED")) {
                return new Verdict(What.LATER, answer.inWords(), answer.retryAfter(clock));
            }
            boolean refused = answer.status() < 500 && !fault || fault && breaksTheRules(answer.text());
            return new Verdict(refused ? What.REFUSED : What.UNKNOWN, answer.inWords(), answer.retryAfter(clock));
        }

        private static boolean breaksTheRules(String fault) {
            return fault.contains("MULTIPLE_IDOCS_NOT_ALLOWED") || fault.contains("SOAP_MSGID_");
        }

        private String key(Delivery delivery) {
            String key = new IdocXml(system.name(), delivery.rendered()).key();
            return key.isEmpty() ? "document " + delivery.documentId() : "ARCKEY " + key;
        }

        @Override
        public boolean isRepeatable() {
            return soap;
        }

        @Override
        public String whereToLook(Delivery delivery) {
            return "Look in SAP (transaction WE05, or table EDIDC) for an IDoc with " + key(delivery) + ".";
        }
    }
}
