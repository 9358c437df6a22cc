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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the routes of each partner's enabled channels and each ERP system from the templates in {@code routes/}: a channel of
 * type {@code folder} from {@code folder-source} and {@code folder-sink}, a system with adapter {@code idoc} from
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
        values.put("status.period", Long.toString(settings.deadlines().every().toMillis()));
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
            String file = "config/partners/" + partner.name() + ".yaml, channel ";
            partner.channels().stream().filter(Channel::enabled)
                .forEach(channel -> orReport(file + channel.name(), () -> channel(camel, partner, channel)));
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

    /** A template that a type of channel does without makes no route; one without any template is reported. */
    private void channel(CamelContext camel, Partner partner, Channel channel) {
        String connection = partner.name() + "-" + channel.name();
        String source = channel.type() + "-source";
        String sink = channel.type() + "-sink";
        if (!hasTemplate(camel, source) && !hasTemplate(camel, sink)) {
            throw new IllegalArgumentException("there is no template " + source + " or " + sink + " in routes/channels");
        }
        Map<String, Supplier<String>> values = new HashMap<>();
        channel.settings().forEach((name, value) -> values.put(name, () -> value));
        values.put("outbox", () -> folder(channel.settings(), "outbox"));
        values.put("partner", partner::name);
        values.put("channel", channel::name);
        values.put("connection", () -> connection);
        if (hasTemplate(camel, sink)) {
            values.put("queue", () -> outboxes.queueOf(partner.name(), channel.name()));
            make(camel, sink, Queues.OUTBOUND_SEND + "-" + connection, values);
        }
        String status = channel.type() + "-status-source";
        if (hasTemplate(camel, status)) {
            make(camel, status, Queues.OUTBOUND_STATUS + "-" + connection, values);
        }
        if (hasTemplate(camel, source)) {
            values.putAll(pickUp("INBOUND", "PARTNER", partner.name(), connection, channel.settings(), Queues.INBOUND_IDENTIFY));
            make(camel, source, Queues.INBOUND_RECEIVE + "-" + connection, values);
        }
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
            make(camel, "folder-source", Queues.OUTBOUND_COLLECT + "-" + system.name(),
                pickUp("OUTBOUND", "ERP", system.name(), system.name(), system.settings(), Queues.OUTBOUND_IDENTIFY));
        }
    }

    private Map<String, Supplier<String>> pickUp(String direction, String side, String counterpart, String connection,
                                                 Map<String, String> values, String stage) {
        return Map.of("direction", () -> direction, "side", () -> side, "counterpart", () -> counterpart, "connection", () -> connection,
            "folder", () -> folder(values, "inbox"), "queue", () -> Queues.name(stage));
    }

    /** A route from a template, with a value for each parameter that the template declares. */
    private static void make(CamelContext camel, String template, String id, Map<String, Supplier<String>> values) {
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(camel, template).routeId(id);
        for (RouteTemplateParameterDefinition declared : definition(camel, template).getTemplateParameters()) {
            Supplier<String> value = values.get(declared.getName());
            if (value != null) {
                route.parameter(declared.getName(), value.get());
            } else if (declared.getDefaultValue() == null && !Boolean.FALSE.equals(declared.getRequired())) {
                throw new IllegalArgumentException("setting '" + declared.getName() + "' is missing; template " + template + " needs it");
            }
        }
        route.add();
    }

    private static RouteTemplateDefinition definition(CamelContext camel, String template) {
        return ((ModelCamelContext) camel).getRouteTemplateDefinition(template);
    }

    private static boolean hasTemplate(CamelContext camel, String id) {
        return definition(camel, id) != null;
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
