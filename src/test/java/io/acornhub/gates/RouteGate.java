// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every check of a folder of routes, each problem as {@code path: what, what to do}. */
final class RouteGate {
    private final RouteSchema schema = new RouteSchema();
    private final RouteVocabulary words;
    private final RouteShape shape;
    private final RouteValues values;

    RouteGate(Path project) {
        words = RouteVocabulary.read(project.resolve("routes/README.md"));
        shape = new RouteShape(words);
        Set<String> names = new TreeSet<>();
        names.addAll(named(project.resolve("config/partners"), ".yaml"));
        names.addAll(named(project.resolve("config/erp"), ".yaml"));
        names.addAll(named(project.resolve("edi-mappings"), "/mapping.yaml"));
        values = new RouteValues(words, schema.bannedLanguages(), names);
    }

    RouteVocabulary words() {
        return words;
    }

    List<String> problems(List<RouteFile> files) {
        List<String> found = new ArrayList<>();
        for (RouteFile file : files) {
            List<String> own = new ArrayList<>(schema.problems(file));
            if (own.isEmpty()) {
                own.addAll(shape.problems(file));
                own.addAll(values.problems(file));
                own.addAll(queue(file));
            }
            own.forEach(text -> found.add(file.path() + ": " + text));
        }
        if (found.isEmpty()) {
            found.addAll(together(files));
        }
        return found;
    }

    /** A stage takes from the queue of its own name and, like all that take from a queue, under a policy. */
    private static List<String> queue(RouteFile file) {
        List<String> found = new ArrayList<>();
        if (file.fromUri().startsWith("queue:")) {
            String own = "queue:{{queue." + file.id() + "}}";
            if (!file.isTemplate() && !file.fromUri().equals(own)) {
                found.add("takes from " + file.fromUri() + "; stage " + file.id() + " takes from " + own);
            }
            if (file.route().path("routeConfigurationId").asText().isEmpty()) {
                found.add("takes from a queue without a routeConfigurationId; a failure would not reach the retry policy");
            }
        }
        return found;
    }

    private static List<String> together(List<RouteFile> files) {
        List<String> found = new ArrayList<>();
        TreeMap<String, String> ids = new TreeMap<>();
        Set<String> policies = new HashSet<>();
        Set<String> entrances = new HashSet<>();
        for (RouteFile file : files) {
            List<String> own = new ArrayList<>(List.of(file.id()));
            file.steps().forEach(step -> own.add(step.body().path("id").asText()));
            for (String id : own) {
                String before = ids.putIfAbsent(id, file.path());
                if (before != null) {
                    found.add(file.path() + ": id '" + id + "' stands in " + before + " too; ids are unique in all routes");
                }
            }
            if (file.kind().equals("routeConfiguration")) {
                policies.add(file.id());
            }
            entrances.add(file.fromUri());
        }
        for (RouteFile file : files) {
            String policy = file.route().path("routeConfigurationId").asText();
            if (!policy.isEmpty() && !policies.contains(policy)) {
                found.add(file.path() + ": there is no policy '" + policy + "' in routes/policies");
            }
            file.texts().stream().filter(t -> t.getValue().startsWith("direct:") && !entrances.contains(t.getValue()))
                .forEach(t -> found.add(file.path() + ": no route takes from " + t.getValue()));
        }
        return found;
    }

    /** Names of files or, for bundles, of their folders below the given one. */
    private static Set<String> named(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> found = new TreeSet<>();
            files.map(f -> folder.relativize(f).toString().replace('\\', '/')).filter(f -> f.endsWith(ending))
                .map(f -> f.substring(0, f.length() - ending.length())).forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
