// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that each check of mapping bundles bites: every folder of {@code broken/bundles} has one defect, named in its
 * {@code problem.txt} (it must not compile) or {@code sample-problem.txt} (its samples must not pass).
 */
class BrokenBundlesTest {
    private static final Path BROKEN = Path.of("src/test/resources/broken/bundles");

    @TempDir
    private static Path mappings;
    private static TranslationKit kit;

    @BeforeAll
    static void open() {
        Folders.copy(TranslationKit.MAPPINGS, mappings);
        Folders.copy(BROKEN, mappings);
        kit = new TranslationKit(mappings, TranslationKit.CONFIG);
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    @TestFactory
    Stream<DynamicTest> whatDoesNotCompileIsNamedWithFileLineAndReason() throws IOException {
        return folders("problem.txt").map(file -> dynamicTest(file.getParent().getFileName().toString(),
            () -> assertThat(kit.translation.problems())
                .anyMatch(problem -> problem.contains(TranslationKit.text(file).strip()))));
    }

    @TestFactory
    Stream<DynamicTest> whatItsSamplesDoNotSayIsNamed() throws IOException {
        return folders("sample-problem.txt").map(file -> dynamicTest(file.getParent().getFileName().toString(), () -> {
            Bundle bundle = kit.catalog.bundle(BROKEN.relativize(file.getParent()).toString().replace('\\', '/'));
            assertThat(sampleProblems(bundle)).anyMatch(problem -> problem.contains(TranslationKit.text(file).strip()));
        }));
    }

    @Test
    void brokenBundlesDoNotKeepTheOthersFromWorking() {
        assertThat(kit.catalog.find("x12/004010/850-purchase-order")).isPresent();
        assertThat(kit.catalog.find("x12/004010/template-broken")).isEmpty();
    }

    private static List<String> sampleProblems(Bundle bundle) {
        BundleSamples samples = new BundleSamples(bundle);
        List<String> problems = new ArrayList<>(BundleAnatomy.problems(bundle));
        samples.accepts().stream().filter(sample -> sample.expected() != null)
            .forEach(sample -> problems.add(GoldenFiles.difference(kit, bundle, sample)));
        samples.rejects().stream().filter(sample -> sample.expected() != null)
            .forEach(sample -> problems.add(GoldenFiles.faultDifference(kit, bundle, sample)));
        return problems;
    }

    private static Stream<Path> folders(String name) throws IOException {
        try (Stream<Path> files = Files.walk(BROKEN)) {
            return files.filter(file -> file.getFileName().toString().equals(name)).sorted().toList().stream();
        }
    }
}
