// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.demo;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.Interchanges;
import io.acornhub.lifecycle.OrderRegister;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.routing.HubSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.stereotype.Component;

/**
 * Plays one order through the hub's own doors: drops an 850 into the partner's inbox, then SAP's answer, then Amazon's 997.
 * What is done already, by this or an earlier start, is seen in the database and not done again.
 */
@Component
@ConditionalOnProperty("acorn.demo")
public class Demo implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger("io.acornhub.demo");
    private static final String ORDER = "4TG7Q2PX";
    private static final String PARTNER = "amazon-us";
    private final HubSettings settings;
    private final Configuration configuration;
    private final OrderRegister orders;
    private final Documents documents;
    private final Interchanges interchanges;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "demo");
        thread.setDaemon(true);
        return thread;
    });
    private int port = 8080;
    private boolean fedOrder;
    private boolean fedAnswer;
    private boolean fedAcknowledgment;
    private boolean told;

    public Demo(HubSettings settings, Configuration configuration, OrderRegister orders, Documents documents, Interchanges interchanges) {
        this.settings = settings;
        this.configuration = configuration;
        this.orders = orders;
        this.documents = documents;
        this.interchanges = interchanges;
    }

    @EventListener
    public void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    public void begin() {
        if (configuration.partner(PARTNER).isEmpty()) {
            LOG.warn("demo      partner {} is not configured; nothing is fed in", PARTNER);
            return;
        }
        if (answer().filter(a -> a.state() == DocumentState.CLOSED).isPresent()) {
            LOG.info("demo      Order {} was played by an earlier start; nothing is fed in again.", ORDER);
            summary();
            return;
        }
        timer.scheduleWithFixedDelay(this::step, 0, 300, TimeUnit.MILLISECONDS);
    }

    private void step() {
        try {
            Optional<Document> order = orders.find(PARTNER, ORDER).flatMap(o -> documents.find(o.orderDocument()));
            Optional<Document> answer = answer();
            if (order.isEmpty()) {
                fedOrder = fedOrder || feed(partnerInbox(), "demo-850.edi", text("850.edi"), "1. Amazon drops an 850 into "
                    + partnerInbox());
            } else if (order.get().state() == DocumentState.DELIVERED && answer.isEmpty()) {
                fedAnswer = fedAnswer || feed(erpInbox(), "demo-ordrsp.idoc", text("ordrsp.idoc"), "2. SAP and the database have order "
                    + ORDER + "; SAP's answer (ORDRSP) goes into " + erpInbox());
            } else if (answer.isPresent() && answer.get().state() == DocumentState.SENT) {
                fedAcknowledgment = fedAcknowledgment || feed(partnerInbox(), "demo-997.edi", text("997.edi").replace("@GROUP@",
                    answer.get().groupControl()), "3. The 855 is in Amazon's folder; Amazon's 997 for it comes in");
            } else if (answer.isPresent() && answer.get().state() == DocumentState.CLOSED && !told) {
                told = true;
                LOG.info("demo      4. Amazon's 997 has closed the 855: the order is acknowledged, end to end.");
                summary();
                timer.shutdown();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("demo      cannot go on: {}", e.toString());
        }
    }

    /** The 855 that answers the order, once there is one. */
    private Optional<Document> answer() {
        return documents.select("where direction = 'OUTBOUND' and business_key = ? order by created_at", ORDER).stream().findFirst();
    }

    private Path partnerInbox() {
        Partner partner = configuration.partner(PARTNER).orElseThrow();
        return settings.inData(partner.channels().get(0).settings().get("inbox"));
    }

    private Path erpInbox() {
        ErpSystem sap = configuration.erpSystems().stream().filter(s -> s.adapter().equals("idoc")).findFirst().orElseThrow();
        return settings.inData(sap.settings().get("inbox"));
    }

    /** Puts a file into a folder in one step, unless one of that name has been taken in before. */
    private boolean feed(Path folder, String name, String content, String what) throws IOException {
        if (interchanges.select("where file_name = ?", name).isEmpty()) {
            LOG.info("demo      {}", what);
            Path part = Files.writeString(Files.createDirectories(folder).resolve(name + ".part"), content);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        return true;
    }

    private void summary() {
        List<Document> all = documents.select("where business_key = ? order by created_at", ORDER);
        String folder = settings.data().toString();
        LOG.info("""
            demo      Where to look now:
                        what was written    {}/partners/amazon-us/outbox (997, 855), {}/erp/sap/outbox (IDoc)
                        the order           curl -u operator http://localhost:{}/api/orders/{}
                        its {} documents     curl -u operator 'http://localhost:{}/api/documents?key={}'
                        routes and queues   http://localhost:{}/actuator/hawtio
                        try your own        drop any X12 850 into {}/partners/amazon-us/inbox""",
            folder, folder, port, ORDER, all.size(), port, ORDER, port, folder);
    }

    private static String text(String resource) {
        try (InputStream bytes = Demo.class.getResourceAsStream("/demo/" + resource)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
