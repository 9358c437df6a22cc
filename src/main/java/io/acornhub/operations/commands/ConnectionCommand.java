// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connection list|check|call}: connections to partners and ERP systems, tried by hand. */
@Command(name = "connection", mixinStandardHelpOptions = true, subcommands = {ConnectionListCommand.class, ConnectionCheckCommand.class,
    ConnectionCallCommand.class},
    description = "Shows and tests the connections to partners and ERP systems, and calls Amazon's Selling Partner API, without a running"
        + " hub.")
final class ConnectionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: list, check or call");
    }
}
