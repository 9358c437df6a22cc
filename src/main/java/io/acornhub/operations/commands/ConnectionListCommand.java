// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.partner.Configuration;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.SellingPartnerClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connection list}: the channels of all partners and ERP systems. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false, description = "Lists the connections, those not enabled too.")
final class ConnectionListCommand implements Callable<Integer> {
    @Mixin
    private ConnectionOptions options = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Configuration configuration = options.configuration(spec.commandLine().getErr());
        try (SellingPartnerClient client = options.client(configuration, (made, answer) -> { })) {
            client.connections().all().forEach(connection -> print(out, connection));
        }
        for (Channels each : Channels.of(configuration)) {
            boolean on = each.channel().enabled();
            if (!on || !each.channel().isSpapi()) {
                out.println(each.name() + "  " + (on ? "enabled" : "not enabled") + "  " + each.channel().type() + "  "
                    + each.where().strip());
            }
        }
        out.flush();
        return configuration.problems().isEmpty() ? 0 : 1;
    }

    private static void print(PrintWriter out, Connection c) {
        out.println(c.name() + "  " + c.region() + " " + c.marketplace() + "  " + c.endpoint() + "  vendor codes "
            + (c.vendorCodes().isEmpty() ? "all" : String.join(",", c.vendorCodes())) + "  secret made "
            + (c.secretIssued() == null ? "(not said)" : c.secretIssued()));
    }
}
