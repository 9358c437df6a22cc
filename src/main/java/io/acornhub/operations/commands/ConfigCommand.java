// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code config check|partner}: the hub's files, looked at and begun without a running hub. */
@Command(name = "config", mixinStandardHelpOptions = true, subcommands = {ConfigCheckCommand.class, ConfigCommand.OfPartners.class},
    description = "Checks the files of config, lists partners and begins the file of a new one.")
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: check or partner");
    }

    /** {@code config partner new|list}. */
    @Command(name = "partner", mixinStandardHelpOptions = true, subcommands = {PartnerNewCommand.class, PartnerListCommand.class},
        description = "Lists partners and begins the file of a new one.")
    static final class OfPartners implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "say what to do: new or list");
        }
    }
}
