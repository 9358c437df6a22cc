// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares what a bundle makes of a sample with what the sample's expectation says; no difference is an empty text. */
final class GoldenFiles {
    private GoldenFiles() {
    }

    static String difference(TranslationKit kit, Bundle bundle, BundleSamples.Sample sample) {
        String result;
        try {
            result = kit.run(bundle, sample);
        } catch (FaultException e) {
            return sample.name() + " has a fault: " + e.faults();
        }
        String expected = sample.expected().toString().endsWith(".json") ? lines(sample.expected())
            : TranslationKit.text(sample.expected());
        return expected.strip().equals(result.strip()) ? "" : sample.name() + " gives\n" + result + "\nnot\n" + expected;
    }

    static String faultDifference(TranslationKit kit, Bundle bundle, BundleSamples.Sample sample) {
        List<Fault> faults;
        try {
            return sample.name() + " is mapped:\n" + kit.run(bundle, sample);
        } catch (FaultException e) {
            faults = e.faults();
        }
        JsonNode expected = json(sample.expected());
        Fault fault = faults.get(0);
        List<String> differences = new ArrayList<>();
        compare(differences, expected, "code", fault.code().name());
        compare(differences, expected, "path", fault.element());
        compare(differences, expected, "segment", fault.segment());
        compare(differences, expected, "position", fault.position() == null ? null : fault.position().toString());
        compare(differences, expected, "value", fault.value());
        for (JsonNode part : expected.path("text")) {
            if (!fault.text().contains(part.asText())) {
                differences.add("text \"" + fault.text() + "\" has no \"" + part.asText() + "\"");
            }
        }
        return differences.isEmpty() ? "" : sample.name() + ": " + differences;
    }

    private static void compare(List<String> differences, JsonNode expected, String key, String found) {
        if (!expected.has("code")) {
            differences.add("the expectation names no code");
        } else if (expected.has(key) && !expected.get(key).asText().equals(found)) {
            differences.add(key + " is " + found + ", not " + expected.get(key).asText());
        }
    }

    /** One document or an array of them, a line each: the text must be the same, so the order of members too. */
    private static String lines(Path file) {
        JsonNode expected = json(file);
        List<String> lines = new ArrayList<>();
        (expected.isArray() ? expected : List.of(expected)).forEach(each -> lines.add(each.toString()));
        return String.join("\n", lines);
    }

    private static JsonNode json(Path file) {
        try {
            return CanonicalJson.tree(TranslationKit.text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not JSON", e);
        }
    }
}
