// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the folder {@code shared} beside the project: public samples that are read there and never copied. */
public final class SharedSamples {
    private SharedSamples() {
    }

    /** System property {@code acorn.shared}, else the environment's ACORN_SHARED, else {@code ../shared}. */
    public static Path folder() {
        String named = System.getProperty("acorn.shared", System.getenv().getOrDefault("ACORN_SHARED", "../shared"));
        return Path.of(named);
    }

    /** A file of {@code shared/samples}; where the folder is not there the test is skipped and says so. */
    public static Path sample(String path) {
        Path file = folder().resolve("samples").resolve(path);
        assumeTrue(Files.exists(file), "skipped: ../shared is not there");
        return file;
    }
}
