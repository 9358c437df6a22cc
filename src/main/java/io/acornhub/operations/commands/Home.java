// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.partner.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where commands find the hub's files: the same settings as the hub's own, with the same defaults. */
final class Home {
    @Option(names = "--home", paramLabel = "DIR", description = "Folder with config; default: the current one.")
    private Path home;

    @Option(names = "--data", paramLabel = "DIR",
        description = "Folder that relative paths lie in; default: ACORN_DATA, else data in the home.")
    private Path data;

    Path path() {
        return home != null ? home : Path.of(System.getProperty("acorn.home", System.getenv().getOrDefault("ACORN_HOME", ".")));
    }

    Path data() {
        String said = System.getProperty("acorn.data", System.getenv().getOrDefault("ACORN_DATA", "data"));
        return data != null ? data : path().resolve(said);
    }

    /** @throws IllegalArgumentException where there is none */
    Path config() {
        Path config = path().resolve("config");
        if (!Files.isDirectory(config)) {
            throw new IllegalArgumentException("no config in " + path().toAbsolutePath().normalize()
                + "; start in the hub's home or say --home DIR");
        }
        return config;
    }

    Configuration configuration() throws IOException {
        return Configuration.read(config(), Home::variable);
    }

    /** As in the hub, where a setting of the JVM goes before the environment. */
    static String variable(String name) {
        return System.getProperty(name, System.getenv(name));
    }
}
