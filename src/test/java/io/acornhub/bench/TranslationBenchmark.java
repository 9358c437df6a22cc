// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * How fast an 850 becomes canonical JSON, against the ways it could have been done, in one run of one JVM. Ratios mean something;
 * figures only on this machine. Every contender is warmed up, then all take turns, several times; the table has the medians.
 * <p>
 * Arguments: seconds of warm-up a contender and size (15), seconds of a turn (2), turns (7).
 */
public final class TranslationBenchmark {
    private static final int[] LINES = {10, 200};
    private static final String REFERENCE = "plain edi:parser, camel-smooks, same template";
    private static final PrintStream OUT = System.out;

    private TranslationBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("measure")) {
            run(Double.parseDouble(arguments[1]), Double.parseDouble(arguments[2]), Integer.parseInt(arguments[3]));
            return;
        }
        List<String> given = new ArrayList<>(List.of("measure", "15", "2", "7"));
        for (int i = 0; i < Math.min(3, arguments.length); i++) {
            given.set(i + 1, arguments[i]);
        }
        List<String> options = List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC", "-Dlogback.configurationFile=bench-logback.xml");
        int exit = ChildJvm.run(options, TranslationBenchmark.class, given);
        if (exit != 0) {
            throw new IllegalStateException("the benchmark ended with exit code " + exit);
        }
    }

    private static void run(double warmUp, double seconds, int turns) throws Exception {
        OUT.println(Machine.describe());
        Comparison comparison = new Comparison(warmUp, seconds, turns);
        Path work = Files.createTempDirectory("acorn-bench");
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            Contenders contenders = new Contenders(camel, work);
            List<Contender> all = contenders.all();
            for (int lines : LINES) {
                byte[] order = Orders.interchange(lines);
                requireSameOutput(contenders, all, order);
                comparison.measure(String.format("850 of %d lines, %d bytes; equal documents from all that map", lines, order.length),
                    all, REFERENCE, order, order.length);
            }
        }
    }

    private static void requireSameOutput(Contenders contenders, List<Contender> all, byte[] order) throws Exception {
        String expected = null;
        for (Contender contender : all) {
            if (contender.maps()) {
                String document = contenders.canonical(contender.work().handle(order));
                if (expected != null && !expected.equals(document)) {
                    throw new IllegalStateException(contender.name() + " gives\n" + document + "\nnot\n" + expected);
                }
                expected = document;
            }
        }
    }
}
