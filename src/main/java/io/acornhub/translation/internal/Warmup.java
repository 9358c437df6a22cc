// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import io.acornhub.interchange.FaultException;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleDirection;
import io.acornhub.translation.BundleSamples;
import io.acornhub.translation.Translation;
import io.acornhub.translation.TranslationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a bundle's first sample through it, so that classes are loaded and pools filled before the first document. */
public final class Warmup {
    private static final Logger LOG = LoggerFactory.getLogger(Warmup.class);

    private Warmup() {
    }

    public static void run(Translation translation, Bundle bundle) {
        BundleSamples samples = new BundleSamples(bundle);
        if (samples.accepts().isEmpty()) {
            return;
        }
        try {
            byte[] input = Files.readAllBytes(samples.accepts().get(0).input());
            TranslationContext context = samples.context();
            if (bundle.direction() == BundleDirection.TO_CANONICAL) {
                translation.eachToCanonical(bundle.id(), input, context);
            } else if (bundle.writesJson()) {
                translation.jsonFromCanonical(bundle.id(), new String(input, StandardCharsets.UTF_8), context);
            } else {
                translation.fromCanonical(bundle.id(), new String(input, StandardCharsets.UTF_8), context);
            }
        } catch (FaultException | IOException e) {
            LOG.warn("The first sample of mapping bundle {} fails: {}", bundle.id(), e.getMessage());
        }
    }
}
