// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.routing.HubSettings;
import io.acornhub.routing.Queues;
import io.acornhub.translation.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the routes of each partner's channels and each ERP system from the templates in {@code routes/}: a channel of type
 * {@code folder} from {@code folder-source} and {@code folder-sink}, a system with adapter {@code idoc} from
 * {@code idoc-deliver}, and so on. Mappings are built before the first of them starts.
 */
@Component
public class RouteInstances implements CamelContextConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(RouteInstances.class);
    private final HubSettings settings;
    private final Configuration configuration;
    private final Translation translation;
    private final Outboxes outboxes;

    public RouteInstances(HubSettings settings, Configuration configuration, Translation translation, Outboxes outboxes) {
        this.settings = settings;
        this.configuration = configuration;
        this.translation = translation;
        this.outboxes = outboxes;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        Map<String, String> values = new TreeMap<>();
        for (String stage : Queues.STAGES) {
            values.put("queue." + stage, Queues.name(stage));
        }
        values.put("consumers", Integer.toString(settings.flow().consumers()));
        values.put("poll.millis", Long.toString(settings.flow().poll().toMillis()));
        values.put("sweep.period", Long.toString(settings.sweep().every().toMillis()));
        values.put("deadline.period", Long.toString(settings.deadlines().every().toMillis()));
        values.forEach((key, value) -> camel.getPropertiesComponent().addInitialProperty(key, value));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        translation.start();
        HubConfiguration.report(translation.problems());
        for (ErpSystem system : configuration.erpSystems()) {
            orReport("config/erp/" + system.name() + ".yaml", () -> erp(camel, system));
        }
        for (Partner partner : configuration.partners()) {
            partner.channels().forEach(channel -> orReport("config/partners/" + partner.name() + ".yaml, channel " + channel.name(),
                () -> channel(camel, partner, channel)));
        }
    }

    /** A system or channel whose routes cannot be made is named; the others run. */
    private static void orReport(String file, Runnable making) {
        try {
            making.run();
        } catch (RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            HubConfiguration.report(List.of(file + ": its routes cannot be made, so it is left out: " + root.getMessage()));
        }
    }

    private void channel(CamelContext camel, Partner partner, Channel channel) {
        String name = partner.name() + "-" + channel.name();
        TemplatedRouteBuilder.builder(camel, channel.type() + "-sink").routeId(Queues.OUTBOUND_SEND + "-" + name)
            .parameter("queue", outboxes.queueOf(partner.name(), channel.name()))
            .parameter("outbox", folder(channel.settings(), "outbox")).add();
        source(camel, Queues.INBOUND_RECEIVE + "-" + name, "INBOUND", "PARTNER", partner.name(), channel.name(),
            folder(channel.settings(), "inbox"), Queues.name(Queues.INBOUND_IDENTIFY));
    }

    private void erp(CamelContext camel, ErpSystem system) {
        TemplatedRouteBuilder.builder(camel, system.adapter() + "-deliver").routeId(Queues.INBOUND_DELIVER + "-" + system.name())
            .parameter("system", system.name()).parameter("queue", Queues.name(Queues.INBOUND_DELIVER, system.name())).add();
        String collect = system.adapter() + "-collect";
        if (hasTemplate(camel, collect)) {
            TemplatedRouteBuilder.builder(camel, collect).routeId(Queues.OUTBOUND_COLLECT + "-" + system.name())
                .parameter("system", system.name()).parameter("period", Long.toString(settings.flow().poll().toMillis()))
                .parameter("queue", Queues.name(Queues.OUTBOUND_TRANSLATE)).add();
        } else if (system.settings().containsKey("inbox")) {
            source(camel, Queues.OUTBOUND_COLLECT + "-" + system.name(), "OUTBOUND", "ERP", system.name(), system.name(),
                folder(system.settings(), "inbox"), Queues.name(Queues.OUTBOUND_IDENTIFY));
        }
    }

    private void source(CamelContext camel, String id, String direction, String side, String counterpart, String channel, String folder,
                        String queue) {
        TemplatedRouteBuilder.builder(camel, "folder-source").routeId(id).parameter("direction", direction).parameter("side", side)
            .parameter("counterpart", counterpart).parameter("channel", counterpart.equals(channel) ? channel : counterpart + "-" + channel)
            .parameter("folder", folder).parameter("queue", queue).add();
    }

    private static boolean hasTemplate(CamelContext camel, String id) {
        return ((ModelCamelContext) camel).getRouteTemplateDefinition(id) != null;
    }

    private String folder(Map<String, String> values, String name) {
        if (values.getOrDefault(name, "").isBlank()) {
            throw new IllegalArgumentException("setting '" + name + "' is missing; say which folder");
        }
        Path folder = settings.inData(values.get(name));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.debug("folder    {}", folder);
        return folder.toString();
    }
}
