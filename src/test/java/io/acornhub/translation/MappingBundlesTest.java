// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every bundle of edi-mappings: its anatomy, its golden pairs and its expected faults. */
class MappingBundlesTest {
    private static TranslationKit kit;

    @BeforeAll
    static void open() {
        kit = TranslationKit.ofProject();
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    @Test
    void everyBundleCompiles() {
        assertThat(kit.translation.problems()).isEmpty();
        assertThat(kit.catalog.bundles()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicContainer> everyBundleDoesWhatItsSamplesSay() {
        return kit.catalog.bundles().stream().map(bundle -> dynamicContainer(bundle.id(), tests(bundle)));
    }

    private static Stream<DynamicNode> tests(Bundle bundle) {
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(dynamicTest("has the anatomy of a bundle", () -> assertThat(BundleAnatomy.problems(bundle)).isEmpty()));
        if (bundle.direction() != BundleDirection.ACKNOWLEDGMENT) {
            BundleSamples samples = new BundleSamples(bundle);
            samples.accepts().stream().filter(sample -> sample.expected() != null).forEach(sample -> tests.add(
                dynamicTest("maps " + sample.name(), () -> assertThat(GoldenFiles.difference(kit, bundle, sample)).isEmpty())));
            samples.rejects().stream().filter(sample -> sample.expected() != null).forEach(sample -> tests.add(
                dynamicTest("refuses " + sample.name(),
                    () -> assertThat(GoldenFiles.faultDifference(kit, bundle, sample)).isEmpty())));
        }
        return tests.stream();
    }
}
