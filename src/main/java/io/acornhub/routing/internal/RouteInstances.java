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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
        values.put("as2.path", Channel.AS2);
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

    /**
     * A source or sink that the type has no template for, or whose settings are not there, makes no route: a channel may be for one
     * direction only. One that makes none at all is reported.
     */
    private void channel(CamelContext camel, Partner partner, Channel channel) {
        String connection = partner.name() + "-" + channel.name();
        Map<String, Supplier<String>> values = values(channel, connection, partner.name());
        values.put("partner", partner::name);
        values.put("channel", channel::name);
        values.put("queue", () -> outboxes.queueOf(partner.name(), channel.name()));
        String type = template(channel);
        List<String> missing = new ArrayList<>();
        boolean made = make(camel, type + "-sink", Queues.OUTBOUND_SEND + "-" + connection, values, missing);
        for (String template : statusTemplates(camel, type)) {
            String what = template.substring((type + "-status").length(), template.length() - "-source".length());
            made |= make(camel, template, Queues.OUTBOUND_STATUS + "-" + connection + what, values, missing);
        }
        values.putAll(origin("INBOUND", "PARTNER", partner.name(), Queues.INBOUND_IDENTIFY));
        made |= make(camel, type + "-source", Queues.INBOUND_RECEIVE + "-" + connection, values, missing);
        needs(made, missing, type);
    }

    private void erp(CamelContext camel, ErpSystem system) {
        TemplatedRouteBuilder.builder(camel, system.adapter() + "-deliver").routeId(Queues.INBOUND_DELIVER + "-" + system.name())
            .parameter("system", system.name()).parameter("queue", Queues.name(Queues.INBOUND_DELIVER, system.name())).add();
        Map<String, Supplier<String>> values = new HashMap<>();
        values.put("system", system::name);
        values.put("period", () -> Long.toString(settings.flow().poll().toMillis()));
        values.put("queue", () -> Queues.name(Queues.OUTBOUND_TRANSLATE));
        make(camel, system.adapter() + "-collect", Queues.OUTBOUND_COLLECT + "-" + system.name(), values, new ArrayList<>());
        if (system.settings().containsKey("inbox")) {
            channel(camel, system, new Channel("", "folder", true, system.settings(), List.of()));
        }
        system.channels().stream().filter(Channel::enabled).forEach(channel -> channel(camel, system, channel));
    }

    /** Where files of an ERP system are picked up, and where those that its adapter wrote are taken to. */
    private void channel(CamelContext camel, ErpSystem system, Channel channel) {
        String connection = channel.name().isEmpty() ? system.name() : system.name() + "-" + channel.name();
        Map<String, Supplier<String>> values = values(channel, connection, system.name());
        values.putAll(origin("OUTBOUND", "ERP", system.name(), Queues.OUTBOUND_IDENTIFY));
        if (system.settings().containsKey("outbox")) {
            values.put("outbox", () -> folder(system.settings().get("outbox")));
        }
        List<String> missing = new ArrayList<>();
        boolean made = make(camel, template(channel) + "-source", Queues.OUTBOUND_COLLECT + "-" + connection, values, missing);
        if (!channel.type().equals(system.adapter())) {
            made |= make(camel, channel.type() + "-deliver", Queues.INBOUND_DELIVER + "-" + connection, values, missing);
        }
        needs(made || Channel.SFTP_SERVER.equals(channel.type()), missing, template(channel));
    }

    /** The type's own templates; folders that the hub's SFTP server opens are folders. */
    private static String template(Channel channel) {
        return Channel.SFTP_SERVER.equals(channel.type()) ? Channel.FOLDER : channel.type();
    }

    private Map<String, Supplier<String>> values(Channel channel, String connection, String counterpart) {
        Map<String, Supplier<String>> values = new HashMap<>();
        channel.settings().forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name, () -> value);
            }
        });
        Supplier<String> inbox = values.get("inbox");
        if (inbox != null) {
            values.put("folder", () -> folder(inbox.get()));
        }
        Supplier<String> outbox = values.get("outbox");
        if (outbox != null) {
            values.put("outbox", () -> folder(outbox.get()));
        }
        values.put("connection", () -> connection);
        values.put("address", () -> channel.type() + "/" + connection);
        values.put("counterpart", () -> counterpart);
        return values;
    }

    private static Map<String, Supplier<String>> origin(String direction, String side, String counterpart, String stage) {
        return Map.of("direction", () -> direction, "side", () -> side, "counterpart", () -> counterpart,
            "queue", () -> Queues.name(stage));
    }

    private static void needs(boolean made, List<String> missing, String type) {
        if (!made) {
            throw new IllegalArgumentException(missing.isEmpty() ? "there is no template " + type + "-source or " + type
                + "-sink in routes/channels" : "setting " + String.join(" or ", missing) + " is missing");
        }
    }

    /**
     * A route from a template, with a value for each parameter that the template declares; none where one is missing. A template that
     * declares none is for all channels of its type: its route is made once and named for the template.
     */
    private static boolean make(CamelContext camel, String template, String own, Map<String, Supplier<String>> values,
                                List<String> missing) {
        RouteTemplateDefinition definition = definition(camel, template);
        if (definition == null) {
            return false;
        }
        boolean shared = definition.getTemplateParameters() == null || definition.getTemplateParameters().isEmpty();
        String id = shared ? Queues.INBOUND_RECEIVE + "-" + template.replaceFirst("-source$", "") : own;
        if (shared && camel.getRoute(id) != null) {
            return true;
        }
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(camel, template).routeId(id);
        for (RouteTemplateParameterDefinition declared : shared ? List.<RouteTemplateParameterDefinition>of()
            : definition.getTemplateParameters()) {
            Supplier<String> value = values.get(declared.getName());
            if (value != null) {
                route.parameter(declared.getName(), value.get());
            } else if (declared.getDefaultValue() == null && !Boolean.FALSE.equals(declared.getRequired())) {
                missing.add("'" + ("folder".equals(declared.getName()) ? "inbox" : declared.getName()) + "'");
                return false;
            }
        }
        route.add();
        return true;
    }

    /** {@code as2-status-source}, or several where each asks for another kind of document: {@code spapi-status-invoice-source}. */
    private static List<String> statusTemplates(CamelContext camel, String type) {
        return ((ModelCamelContext) camel).getRouteTemplateDefinitions().stream().map(RouteTemplateDefinition::getId)
            .filter(id -> id.matches(Pattern.quote(type) + Queues.STATUS_TEMPLATE)).sorted().toList();
    }

    private static RouteTemplateDefinition definition(CamelContext camel, String template) {
        return ((ModelCamelContext) camel).getRouteTemplateDefinition(template);
    }

    private String folder(String set) {
        Path folder = settings.inData(set);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.debug("folder    {}", folder);
        return folder.toString();
    }
}
