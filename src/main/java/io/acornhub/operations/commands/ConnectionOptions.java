// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.partner.Configuration;
import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.KeptCall;
import io.acornhub.sellingpartner.SellingPartnerClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;

/** Where the commands about connections find config and secrets. */
final class ConnectionOptions {
    @Mixin
    private Home home = new Home();

    Configuration configuration(PrintWriter err) throws IOException {
        Configuration configuration = home.configuration();
        configuration.problems().forEach(problem -> err.println("acorn-hub: " + problem));
        err.flush();
        return configuration;
    }

    SellingPartnerClient client(Configuration configuration, BiConsumer<KeptCall, Answer> made) {
        return new SellingPartnerClient(configuration, home.data(), Home::variable, Clock.systemUTC(), made);
    }

    static Connection connection(SellingPartnerClient client, String name) {
        return client.connections().find(name).orElseThrow(() -> new IllegalArgumentException("there is no connection '" + name + "'; "
            + (client.connections().all().isEmpty() ? "no channel of type spapi is enabled" : "there are "
            + client.connections().all().stream().map(Connection::name).toList())));
    }

    Path data() {
        return home.data();
    }

    Path home() {
        return home.path();
    }
}
