// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * The commands that answer and end, without a running hub, a broker or a database. Exit codes: 0 fine, 1 the input is bad, 2
 * wrong use, 3 the hub failed.
 */
@Command(name = "acorn-hub", mixinStandardHelpOptions = true, version = "Acorn Hub 0.1.0", subcommands = {CheckCommand.class,
    TranslateCommand.class, LabelsCommand.class, SimulateCommand.class,
    ConnectionCommand.class, ConfigCommand.class, As2Command.class},
    description = "Without a command: runs the hub. Settings: config/application.yaml, or --acorn.<name>=<value>.",
    exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:fine", "1:the input is bad", "2:wrong use", "3:the hub failed"})
public final class HubCommands {
    private static final Set<String> OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private HubCommands() {
    }

    /** Whether these arguments are for a command, known or not, and not for the hub ({@code run}, settings, nothing). */
    public static boolean isCommand(String[] args) {
        return args.length > 0 && (OPTIONS.contains(args[0]) || !args[0].startsWith("--") && !args[0].equals("run"));
    }

    /** Runs the command and gives the exit code. */
    public static int run(String[] args) {
        // what a command says is its own output; libraries only speak up when something is broken
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        IExecutionExceptionHandler failed = (e, line, parsed) -> {
            line.getErr().println("acorn-hub: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            boolean wrongUse = e instanceof NoSuchFileException || e instanceof IllegalArgumentException;
            return wrongUse ? 2 : 3;
        };
        return new CommandLine(new HubCommands()).setExecutionExceptionHandler(failed);
    }
}
