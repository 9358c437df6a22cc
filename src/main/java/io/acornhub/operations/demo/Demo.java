// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.demo;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.Documents;
import io.acornhub.partner.Configuration;
import io.acornhub.routing.HubSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plays the stories of {@code examples/}, one after the other, and says where to look. */
@Component
@ConditionalOnProperty("acorn.demo")
public class Demo implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger("io.acornhub.demo");
    private final HubSettings settings;
    private final Configuration configuration;
    private final StoryTeller teller;
    private final StoryEnd end;
    private final Documents documents;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "demo");
        thread.setDaemon(true);
        return thread;
    });
    private int port = 8080;
    private List<Path> left = List.of();
    private boolean told;

    Demo(HubSettings settings, Configuration configuration, StoryTeller teller, StoryEnd end, Documents documents) {
        this.settings = settings;
        this.configuration = configuration;
        this.teller = teller;
        this.end = end;
        this.documents = documents;
    }

    @EventListener
    public void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    public void begin() throws IOException {
        left = Story.folders(settings.home().resolve("examples"));
        timer.scheduleWithFixedDelay(this::step, 0, 300, TimeUnit.MILLISECONDS);
    }

    private void step() {
        if (left.isEmpty()) {
            timer.shutdown();
            return;
        }
        try {
            Path folder = left.get(0);
            Story story = Story.read(folder);
            if (configuration.partner(story.partner()).isEmpty()) {
                LOG.warn("demo      partner {} is not configured; '{}' is not played", story.partner(), story.title());
                left = left.subList(1, left.size());
            } else if (!teller.playable(story)) {
                LOG.warn("demo      '{}' needs the simulated Amazon, and ACORN_AMAZON_US_API is set: it is not played", story.title());
                left = left.subList(1, left.size());
            } else if (teller.ended(story)) {
                LOG.info("demo      {}", told ? "The order is paid, end to end."
                    : "'" + story.title() + "' was played by an earlier start; nothing is fed in again.");
                end.tell(story);
                summary(story);
                told = false;
                left = left.subList(1, left.size());
            } else {
                told = true;
                teller.goOn(story, folder);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("demo      cannot go on: {}", e.toString());
        }
    }

    private void summary(Story story) {
        List<Document> all = documents.select("where id in (select document_id from document_key where key_value = ?)", story.order());
        String folder = settings.data().toString();
        LOG.info("""
            demo      Where to look now:
                        what was written    {}/partners/{}/outbox (to Amazon), {}/erp/sap/outbox (to SAP)
                        the order           curl -u operator http://localhost:{}/api/orders/{}
                        its evidence        curl -u operator -O http://localhost:{}/api/orders/{}/evidence
                        its {} documents    curl -u operator 'http://localhost:{}/api/documents?key={}'
                        routes and queues   http://localhost:{}/actuator/hawtio
                        try your own        drop any X12 850 into {}/partners/{}/inbox""",
            folder, story.partner(), folder, port, story.order(), port, story.order(), all.size(), port, story.order(), port, folder,
            story.partner());
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
