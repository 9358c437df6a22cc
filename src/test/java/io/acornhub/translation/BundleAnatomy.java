// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import java.util.ArrayList;
import java.util.List;

/** What a bundle must have besides files that compile: samples, each with its expectation. */
final class BundleAnatomy {
    private BundleAnatomy() {
    }

    static List<String> problems(Bundle bundle) {
        List<String> problems = new ArrayList<>();
        if (bundle.direction() == BundleDirection.ACKNOWLEDGMENT) {
            return problems;
        }
        BundleSamples samples = new BundleSamples(bundle);
        if (samples.accepts().isEmpty()) {
            problems.add(bundle.id() + ": samples/accepts holds no sample");
        }
        if (samples.rejects().isEmpty()) {
            problems.add(bundle.id() + ": samples/rejects holds no sample");
        }
        samples.accepts().forEach(sample -> expectation(bundle, sample, "accepts", ".expected.", problems));
        samples.rejects().forEach(sample -> expectation(bundle, sample, "rejects", ".expected-fault.json", problems));
        return problems;
    }

    private static void expectation(Bundle bundle, BundleSamples.Sample sample, String kind, String suffix,
                                    List<String> problems) {
        if (sample.expected() == null || !sample.expected().getFileName().toString().startsWith(sample.name() + suffix)) {
            problems.add(bundle.id() + ": samples/" + kind + "/" + sample.input().getFileName() + " has no " + sample.name()
                + suffix + (suffix.endsWith(".") ? "*" : ""));
        }
    }
}
