// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * How fast what goes to Amazon is written and read again, 855, 856 of 2,000 cartons and 810, against {@code edi:unparser} and
 * {@code edi:parser} over the DFDL schema of the same grammar, in one run of one JVM. Ratios mean something; figures only on this
 * machine.
 * <p>
 * Arguments: seconds of warm-up a contender and document (3), seconds of a turn (1.5), turns (3).
 */
public final class DocumentsBenchmark {
    private static final int LINES = 10;
    private static final int CARTONS = 2000;
    private static final PrintStream OUT = System.out;

    private DocumentsBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("measure")) {
            run(Double.parseDouble(arguments[1]), Double.parseDouble(arguments[2]), Integer.parseInt(arguments[3]));
            return;
        }
        List<String> given = new ArrayList<>(List.of("measure", "3", "1.5", "3"));
        for (int i = 0; i < Math.min(3, arguments.length); i++) {
            given.set(i + 1, arguments[i]);
        }
        List<String> options = List.of("-Xms2g", "-Xmx2g", "-XX:+UseG1GC", "-Dlogback.configurationFile=bench-logback.xml");
        int exit = ChildJvm.run(options, DocumentsBenchmark.class, given);
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
            Writers writers = new Writers(camel, work);
            compare(comparison, "855 of 10 lines",
                writers.of("x12/004010/order-acknowledgment-855", Answers.acknowledgment("PO000001", LINES)));
            compare(comparison, "810 of 10 lines", writers.of("x12/004010/invoice-810", Answers.invoice("PO000001", "INV-1", LINES)));
            compare(comparison, "856 of 2,000 cartons",
                writers.of("x12/005010/ship-notice-856", Answers.shipment("PO000001", "SHP0000001", LINES, CARTONS)));
        }
    }

    private static void compare(Comparison comparison, String what, Writers.Written written) throws Exception {
        int bytes = written.interchange().length;
        comparison.measure(String.format("reading an %s, %,d bytes; equal trees", what, bytes), written.readers(), Writers.PARSER,
            written.interchange(), bytes);
        comparison.measure(String.format("writing an %s, %,d bytes; equal bytes", what, bytes), written.writers(), Writers.UNPARSER,
            written.json(), bytes);
    }
}
