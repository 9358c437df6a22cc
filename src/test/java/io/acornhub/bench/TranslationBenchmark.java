// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final double warmUp;
    private final double seconds;
    private final int turns;

    private TranslationBenchmark(double warmUp, double seconds, int turns) {
        this.warmUp = warmUp;
        this.seconds = seconds;
        this.turns = turns;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("measure")) {
            new TranslationBenchmark(Double.parseDouble(arguments[1]), Double.parseDouble(arguments[2]),
                Integer.parseInt(arguments[3])).run();
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

    private void run() throws Exception {
        OUT.println(Machine.describe());
        OUT.printf("warm-up %.1f s, then %d turns of %.1f s each, one thread, median (lowest to highest)%n",
            warmUp, turns, seconds);
        Path work = Files.createTempDirectory("acorn-bench");
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            Contenders contenders = new Contenders(camel, work);
            List<Contender> all = contenders.all();
            for (int lines : LINES) {
                byte[] order = Orders.interchange(lines);
                requireSameOutput(contenders, all, order);
                measure(all, lines, order);
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

    private void measure(List<Contender> all, int lines, byte[] order) throws Exception {
        Map<Contender, double[]> rates = new LinkedHashMap<>();
        for (Contender contender : all) {
            rate(contender, order, warmUp);
            rates.put(contender, new double[turns]);
        }
        for (int turn = 0; turn < turns; turn++) {
            for (Contender contender : all) {
                System.gc();
                rates.get(contender)[turn] = rate(contender, order, seconds);
            }
        }
        print(rates, lines, order.length);
    }

    /** Documents a second. */
    private static double rate(Contender contender, byte[] order, double seconds) throws Exception {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long documents = 0;
        long characters = 0;
        long now;
        do {
            characters += contender.work().handle(order).length();
            documents++;
            now = System.nanoTime();
        } while (now < end);
        if (characters == 0) {
            throw new IllegalStateException(contender.name() + " made nothing");
        }
        return documents * 1e9 / (now - begin);
    }

    private static void print(Map<Contender, double[]> rates, int lines, int bytes) throws IOException {
        double reference = rates.entrySet().stream().filter(e -> e.getKey().name().equals(REFERENCE))
            .mapToDouble(e -> median(e.getValue())).findFirst().orElseThrow();
        OUT.printf("%n850 of %d lines, %d bytes; %s%n", lines, bytes, "equal documents from all that map");
        OUT.printf("%-55s %12s %25s %9s %9s%n", "", "documents/s", "", "MB/s", "ratio");
        for (Map.Entry<Contender, double[]> entry : rates.entrySet()) {
            double[] sorted = sorted(entry.getValue());
            double rate = median(sorted);
            String spread = String.format("(%,.1f to %,.1f)", sorted[0], sorted[sorted.length - 1]);
            OUT.printf("%-55s %,12.1f %25s %9.3f %9.1f%n", entry.getKey().name(), rate, spread,
                rate * bytes / 1e6, rate / reference);
        }
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double median(double[] values) {
        return sorted(values)[values.length / 2];
    }
}
