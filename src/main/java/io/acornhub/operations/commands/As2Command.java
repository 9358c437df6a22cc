// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code as2}: what can be done with AS2 without a running hub. */
@Command(name = "as2", mixinStandardHelpOptions = true, subcommands = As2VerifyCommand.class,
    description = "Checks what was kept of AS2 messages; needs no running hub.")
final class As2Command implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: verify");
    }
}
