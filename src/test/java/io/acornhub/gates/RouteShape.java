// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names, ids and descriptions of one route file. */
final class RouteShape {
    private static final Pattern SENTENCE = Pattern.compile("[A-Z].{18,178}\\.", Pattern.DOTALL);
    private static final Pattern SECOND = Pattern.compile("[.!?] +[A-Z]");
    private final RouteVocabulary words;

    RouteShape(RouteVocabulary words) {
        this.words = words;
    }

    List<String> problems(RouteFile file) {
        List<String> found = new ArrayList<>();
        if (file.entries() != 1) {
            found.add("has " + file.entries() + " definitions; one file, one route");
        }
        if (!file.id().equals(file.stem())) {
            found.add("id is '" + file.id() + "'; file name and id are one word, so call one like the other");
        }
        name(file, found);
        sentence(file.kind() + " " + file.id(), file.definition(), found);
        for (JsonNode parameter : file.definition().path("parameters")) {
            sentence("parameter " + parameter.path("name").asText(), parameter, found);
        }
        for (RouteFile.Step step : file.steps()) {
            step(file, step, found);
        }
        return found;
    }

    private void name(RouteFile file, List<String> found) {
        String expected = switch (file.folder()) {
            case "policies" -> "routeConfiguration";
            case "pipeline" -> "route";
            case "channels", "erp" -> "routeTemplate";
            default -> "";
        };
        if (expected.isEmpty()) {
            found.add("lies in no known folder; there are policies, channels, pipeline and erp");
        } else if (!file.kind().equals(expected)) {
            found.add("is a " + file.kind() + "; " + file.folder() + " holds a " + expected + " a file");
        } else if (expected.equals("route") && !file.id().equals(words.stageOf(file.id()))) {
            found.add("'" + file.id() + "' is not <direction>-<stage> from the word lists of routes/README.md");
        } else if (file.folder().equals("channels") && !file.id().matches("[a-z0-9]+(-[a-z0-9]+)*-(source|sink)")) {
            found.add("'" + file.id() + "' is not <channel type>-source or <channel type>-sink");
        } else if (file.folder().equals("erp") && !file.id().matches("[a-z0-9]+(-[a-z0-9]+)*-(deliver|collect)")) {
            found.add("'" + file.id() + "' is not <adapter>-deliver or <adapter>-collect");
        }
    }

    private static void sentence(String what, JsonNode of, List<String> found) {
        String text = of.path("description").asText().strip();
        if (text.isEmpty()) {
            found.add(what + " has no description");
        } else if (!SENTENCE.matcher(text).matches() || SECOND.matcher(text).find()) {
            found.add(what + ": the description is not one sentence of 20 to 180 characters: " + text);
        }
    }

    private static void step(RouteFile file, RouteFile.Step step, List<String> found) {
        String id = step.body().path("id").asText();
        if (id.isEmpty()) {
            found.add("a step '" + step.type() + "' has no id; Hawtio and the log could not name it");
        } else if (!id.startsWith(file.stem() + "-")) {
            found.add("step id '" + id + "' does not begin with '" + file.stem() + "-', so one search would not find it");
        }
    }
}
