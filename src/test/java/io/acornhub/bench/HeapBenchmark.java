// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The smallest heap, of a list, in which one interchange of 100 MB goes through: inspected (read, validated, verdicts) and
 * translated (each order cut out and made canonical). Every try is a JVM of its own.
 * <p>
 * Arguments: megabytes of the interchange (100).
 */
public final class HeapBenchmark {
    private static final int[] HEAPS = {48, 64, 96, 128, 192, 256};
    private static final long MEGABYTE = 1_000_000;
    private static final PrintStream OUT = System.out;

    private HeapBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        long megabytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100;
        Path file = Orders.interchange(Path.of("target", "bench", "orders-" + megabytes + "mb.edi"), megabytes * MEGABYTE);
        OUT.println(Machine.describe());
        OUT.printf("one interchange, %,d bytes%n", Files.size(file));
        try {
            for (HeapTrial.What what : HeapTrial.What.values()) {
                smallest(what, file);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void smallest(HeapTrial.What what, Path file) throws IOException, InterruptedException {
        for (int heap : HEAPS) {
            List<String> options = List.of("-Xmx" + heap + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                "-Dlogback.configurationFile=bench-logback.xml");
            OUT.printf("%s, -Xmx%dm: ", what, heap);
            OUT.flush();
            if (ChildJvm.run(options, HeapTrial.class, List.of(what.name(), file.toString())) == 0) {
                OUT.printf("smallest heap of the list for %s: %d MiB%n", what, heap);
                return;
            }
            OUT.println("not enough");
        }
        OUT.printf("%s needs more than %d MiB%n", what, HEAPS[HEAPS.length - 1]);
    }
}
