// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.TestClassPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a class of this class path in a JVM of its own, with options that do not depend on who started this one. */
final class ChildJvm {
    private ChildJvm() {
    }

    /** @return the exit code; what the child prints is printed */
    static int run(List<String> options, Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(TestClassPath.all());
        command.add(main.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
