// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** On which line of a file of {@code config/} something stands, for defects that are found after the files were read. */
public final class Places {
    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());
    private final Path config;
    private final Map<String, Lines> files = new HashMap<>();

    /** @param config the folder {@code config} */
    public Places(Path config) {
        this.config = config;
    }

    private record Lines(JsonNode tree, Map<String, Integer> lines) {
    }

    /**
     * A defect of a channel.
     *
     * @param folder {@code partners} or {@code erp}
     * @param below what of the channel, such as {@code settings/host}; empty for the channel itself
     */
    public Defect ofChannel(Defect.Level level, String folder, String name, String channel, String below, String text) {
        int index = index(lines(folder, name).tree().path("channels"), "name", channel);
        return defect(level, folder, name, "/channels/" + index + (below.isEmpty() ? "" : "/" + below), "channel " + channel + ": " + text);
    }

    /** A defect of an agreement. */
    public Defect ofAgreement(Defect.Level level, String partner, Agreement agreement, String text) {
        JsonNode all = lines("partners", partner).tree().path("agreements");
        String direction = agreement.direction().name().toLowerCase(Locale.ROOT);
        int found = -1;
        for (int i = 0; i < all.size() && found < 0; i++) {
            JsonNode one = all.get(i);
            if (one.path("document").asText().equals(agreement.document()) && one.path("direction").asText().equalsIgnoreCase(direction)
                && one.path("release").asText().equals(agreement.release()) && one.path("channel").asText().equals(agreement.channel())) {
                found = i;
            }
        }
        return defect(level, "partners", partner, "/agreements/" + found, "agreement " + agreement.document() + " " + direction
            + ": " + text);
    }

    /** A defect at a JSON pointer, or where what it would stand in begins. */
    public Defect defect(Defect.Level level, String folder, String name, String pointer, String text) {
        Map<String, Integer> lines = lines(folder, name).lines();
        String wanted = pointer;
        while (!wanted.isEmpty() && !lines.containsKey(wanted)) {
            wanted = wanted.substring(0, wanted.lastIndexOf('/'));
        }
        return new Defect(level, "config/" + folder + "/" + name + ".yaml", wanted.isEmpty() ? 0 : lines.get(wanted), text);
    }

    private static int index(JsonNode list, String key, String value) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path(key).asText().equals(value)) {
                return i;
            }
        }
        return -1;
    }

    private Lines lines(String folder, String name) {
        return files.computeIfAbsent(folder + "/" + name, file -> read(config.resolve(file + ".yaml")));
    }

    private static Lines read(Path file) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        try {
            String text = Files.readString(file);
            try (JsonParser parser = YAML.createParser(text)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    lines.putIfAbsent(parser.getParsingContext().pathAsPointer().toString(), parser.currentTokenLocation().getLineNr());
                }
            }
            return new Lines(YAML.readTree(text), lines);
        } catch (IOException e) {
            return new Lines(YAML.createObjectNode(), lines);
        }
    }
}
