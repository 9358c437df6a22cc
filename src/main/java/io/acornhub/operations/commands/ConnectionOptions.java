// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.partner.Configuration;
import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.KeptCall;
import io.acornhub.sellingpartner.SellingPartnerClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/** Where the commands about connections find config and secrets. */
final class ConnectionOptions {
    @Option(names = "--home", paramLabel = "DIR", description = "Folder with config; default: the current one.")
    private Path home;

    @Option(names = "--data", paramLabel = "DIR",
        description = "Folder that file: secrets lie in; default: ACORN_DATA, else data in the home.")
    private Path data;

    Configuration configuration(PrintWriter err) throws IOException {
        Path config = home().resolve("config");
        if (!Files.isDirectory(config)) {
            throw new IllegalArgumentException("no config in " + home().toAbsolutePath().normalize()
                + "; start in the hub's home or say --home DIR");
        }
        Configuration configuration = Configuration.read(config, ConnectionOptions::variable);
        configuration.problems().forEach(problem -> err.println("acorn-hub: " + problem));
        err.flush();
        return configuration;
    }

    SellingPartnerClient client(Configuration configuration, BiConsumer<KeptCall, Answer> made) {
        return new SellingPartnerClient(configuration, data(), ConnectionOptions::variable, Clock.systemUTC(), made);
    }

    static Connection connection(SellingPartnerClient client, String name) {
        return client.connections().find(name).orElseThrow(() -> new IllegalArgumentException("there is no connection '" + name + "'; "
            + (client.connections().all().isEmpty() ? "no channel of type spapi is enabled" : "there are "
            + client.connections().all().stream().map(Connection::name).toList())));
    }

    private Path home() {
        return home != null ? home : Path.of(System.getProperty("acorn.home", System.getenv().getOrDefault("ACORN_HOME", ".")));
    }

    private Path data() {
        String said = System.getProperty("acorn.data", System.getenv().getOrDefault("ACORN_DATA", "data"));
        return data != null ? data : home().resolve(said);
    }

    /** As in the hub, where a setting of the JVM goes before the environment. */
    private static String variable(String name) {
        return System.getProperty(name, System.getenv(name));
    }
}
