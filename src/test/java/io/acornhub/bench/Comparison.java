// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contenders against each other in one run of one JVM: every one is warmed up, then all take turns, several times; the table has the
 * medians and their ratios to one of them. A turn handles at least one document, however long that takes.
 */
final class Comparison {
    private static final PrintStream OUT = System.out;
    private final double warmUp;
    private final double seconds;
    private final int turns;

    /** @param warmUp seconds a contender; {@code seconds} of a turn */
    Comparison(double warmUp, double seconds, int turns) {
        this.warmUp = warmUp;
        this.seconds = seconds;
        this.turns = turns;
        OUT.printf("warm-up %.1f s, then %d turns of %.1f s each, one thread, median (lowest to highest)%n", warmUp, turns, seconds);
    }

    /**
     * @param reference name of the contender that ratios are of
     * @param input what each is given; {@code bytes} what a document counts as in MB/s
     */
    void measure(String title, List<Contender> all, String reference, byte[] input, int bytes) throws Exception {
        Map<Contender, double[]> rates = new LinkedHashMap<>();
        for (Contender contender : all) {
            rate(contender, input, warmUp);
            rates.put(contender, new double[turns]);
        }
        for (int turn = 0; turn < turns; turn++) {
            for (Contender contender : all) {
                System.gc();
                rates.get(contender)[turn] = rate(contender, input, seconds);
            }
        }
        print(title, rates, reference, bytes);
    }

    /** Documents a second. */
    private static double rate(Contender contender, byte[] input, double seconds) throws Exception {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long documents = 0;
        long characters = 0;
        long now;
        do {
            characters += contender.work().handle(input).length();
            documents++;
            now = System.nanoTime();
        } while (now < end);
        if (characters == 0) {
            throw new IllegalStateException(contender.name() + " made nothing");
        }
        return documents * 1e9 / (now - begin);
    }

    private static void print(String title, Map<Contender, double[]> rates, String reference, int bytes) {
        double base = rates.entrySet().stream().filter(e -> e.getKey().name().equals(reference))
            .mapToDouble(e -> median(e.getValue())).findFirst().orElseThrow();
        OUT.printf("%n%s%n%-55s %12s %25s %9s %9s%n", title, "", "documents/s", "", "MB/s", "ratio");
        for (Map.Entry<Contender, double[]> entry : rates.entrySet()) {
            double[] sorted = sorted(entry.getValue());
            double rate = median(sorted);
            String spread = String.format("(%,.2f to %,.2f)", sorted[0], sorted[sorted.length - 1]);
            OUT.printf("%-55s %,12.2f %25s %9.3f %9.1f%n", entry.getKey().name(), rate, spread, rate * bytes / 1e6, rate / base);
        }
        OUT.flush();
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
