// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Defect;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import io.acornhub.partner.Places;
import io.acornhub.routing.Queues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether each channel's type has route templates, and whether a channel goes in the direction that its agreements ask for. */
final class TemplatesCheck {
    /** Parameters that the hub fills itself. */
    private static final Set<String> GIVEN = Set.of("partner", "channel", "connection", "counterpart", "direction", "side", "queue");
    private final Path folder;
    private final Places places;

    /** @param routes the folder {@code routes} */
    TemplatesCheck(Path routes, Places places) {
        this.folder = routes.resolve("channels");
        this.places = places;
    }

    List<Defect> check(Configuration configuration) {
        List<Defect> found = new ArrayList<>();
        Set<String> types = types();
        List<Connection> untyped = Connection.of(configuration).stream().filter(c -> !types.contains(template(c.channel()))).toList();
        untyped.forEach(c -> found.add(c.error(places, "type", "there is no route template " + c.channel().type() + "-source or "
            + c.channel().type() + "-sink in routes/channels; types there are " + types)));
        for (Partner partner : configuration.partners()) {
            for (Agreement agreement : partner.agreements()) {
                Channel channel = partner.channel(agreement.channel());
                if (types.contains(template(channel))) {
                    lacking(channel, agreement.direction()).ifPresent(why -> found.add(places.ofAgreement(Defect.Level.ERROR,
                        partner.name(), agreement, why)));
                }
            }
        }
        return found;
    }

    private Optional<String> lacking(Channel channel, Direction direction) {
        String end = direction == Direction.INBOUND ? "source" : "sink";
        Path file = folder.resolve(template(channel) + "-" + end + ".yaml");
        String does = direction == Direction.INBOUND ? "takes nothing in" : "sends nothing";
        String start = "its channel " + channel.name() + " (" + channel.type() + ") " + does + ": ";
        if (!Files.exists(file)) {
            return Optional.of(start + "routes/channels has no " + file.getFileName() + "; name another channel");
        }
        for (JsonNode parameter : parameters(file)) {
            String name = parameter.path("name").asText();
            String key = name.equals("folder") ? "inbox" : name;
            boolean needed = !parameter.has("defaultValue") && parameter.path("required").asBoolean(true) && !GIVEN.contains(name);
            if (needed && channel.settings().getOrDefault(key, "").isBlank()) {
                return Optional.of(start + "its setting '" + key + "' is missing; add it, or name another channel");
            }
        }
        return Optional.empty();
    }

    private static Iterable<JsonNode> parameters(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file)).path(0).path("routeTemplate").path("parameters");
        } catch (IOException e) {
            return List.of();
        }
    }

    private Set<String> types() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        Set<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(f -> f.getFileName().toString().toLowerCase(Locale.ROOT)).filter(f -> f.matches(".+-(source|sink)[.]yaml")
                && !f.matches(".+" + Queues.STATUS_TEMPLATE + "[.]yaml"))
                .forEach(f -> types.add(f.replaceAll("-(source|sink)[.]yaml$", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (types.contains(Channel.FOLDER)) {
            types.add(Channel.SFTP_SERVER);
        }
        return types;
    }

    private static String template(Channel channel) {
        return Channel.SFTP_SERVER.equals(channel.type()) ? Channel.FOLDER : channel.type();
    }
}
