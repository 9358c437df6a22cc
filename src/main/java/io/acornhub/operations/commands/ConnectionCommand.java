// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connection list|check|call}: connections to Amazon's Selling Partner API, tried by hand. */
@Command(name = "connection", mixinStandardHelpOptions = true, subcommands = {ConnectionListCommand.class, ConnectionCheckCommand.class,
    ConnectionCallCommand.class},
    description = "Shows, tests and uses the connections to Amazon's Selling Partner API, without a running hub.")
final class ConnectionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: list, check or call");
    }
}
