// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.partner.Configuration;
import io.acornhub.sellingpartner.ConnectionCheck;
import io.acornhub.sellingpartner.SellingPartnerClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connection check NAME}: does everything that the connection needs work? */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Tries credentials, region, clock and the role for each "
    + "operation in use. Nothing is changed at Amazon: reads ask for one row, submissions have no documents in them.")
final class ConnectionCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Partner and channel, such as amazon-us-api.")
    private String name;

    @Mixin
    private ConnectionOptions options = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Configuration configuration = options.configuration(spec.commandLine().getErr());
        try (SellingPartnerClient client = options.client(configuration, (made, answer) -> { })) {
            List<ConnectionCheck> checks = client.check(ConnectionOptions.connection(client, name));
            for (ConnectionCheck check : checks) {
                out.println(String.format("%-6s %s: %s", check.result(), check.name(), check.words()));
                if (check.todo() != null) {
                    out.println("       " + check.todo());
                }
            }
            out.flush();
            return checks.stream().anyMatch(c -> c.result() == ConnectionCheck.Result.FAILED) ? 1 : 0;
        }
    }
}
