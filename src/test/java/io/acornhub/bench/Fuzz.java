// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.acornhub.operations.commands.AnyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/**
 * Feeds mangled files to everything that reads files, for some minutes: {@code --minutes N --seed S}. Whatever ends in an exception or
 * takes longer than {@link #LONGEST} is saved to {@code target/fuzz} and told at the end.
 */
public final class Fuzz {
    /** A file of some hundred kilobytes is judged in far less; what takes so long would stop a hub. */
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Path FOUND = Path.of("target/fuzz");

    private Fuzz() {
    }

    public static void main(String[] arguments) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        long minutes = number(arguments, "--minutes", 10);
        long seed = number(arguments, "--seed", 1);
        Instant end = Instant.now().plus(Duration.ofMinutes(minutes));
        MangledFiles files = new MangledFiles(seed, MangledFiles.samples());
        Map<String, Integer> verdicts = new TreeMap<>();
        Map<String, Path> found = new TreeMap<>();
        long judged = 0;
        Duration slowest = Duration.ZERO;
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (AnyFile target = new AnyFile()) {
            // bundles are compiled when they are first needed, which is not the files' time
            for (byte[] sample : MangledFiles.samples()) {
                target.judge(sample);
            }
            while (Instant.now().isBefore(end)) {
                byte[] file = files.next();
                judged++;
                Instant start = Instant.now();
                Future<String> verdict = worker.submit(() -> target.judge(file));
                try {
                    verdicts.merge(verdict.get(LONGEST.toSeconds(), TimeUnit.SECONDS).replaceFirst(" .*", ""), 1, Integer::sum);
                } catch (ExecutionException e) {
                    save(found, place(e.getCause()), file, judged);
                } catch (TimeoutException e) {
                    save(found, "longer than " + LONGEST, file, judged);
                    worker = Executors.newSingleThreadExecutor();
                }
                Duration took = Duration.between(start, Instant.now());
                if (took.compareTo(slowest) > 0) {
                    slowest = took;
                    Files.createDirectories(FOUND);
                    Files.write(FOUND.resolve("slowest"), file);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.println(judged + " files, seed " + seed + ": " + verdicts + ", slowest " + slowest.toMillis() + " ms");
        System.out.println(found.isEmpty() ? "nothing found" : found.size() + " found:");
        found.forEach((what, where) -> System.out.println("  " + where + ": " + what));
        System.exit(found.isEmpty() ? 0 : 1);
    }

    /** The exception with the first place of ours in its trace: one finding however often it comes. */
    private static String place(Throwable thrown) {
        for (StackTraceElement at : thrown.getStackTrace()) {
            if (at.getClassName().startsWith("io.acornhub.") && !at.getClassName().contains("AnyFile")) {
                return thrown.getClass().getSimpleName() + " at " + at + ": " + shortened(thrown.getMessage());
            }
        }
        return thrown.toString();
    }

    private static String shortened(String message) {
        String line = String.valueOf(message).lines().findFirst().orElse("").replaceAll("[0-9]+", "#");
        return line.length() > 120 ? line.substring(0, 120) : line;
    }

    private static void save(Map<String, Path> found, String what, byte[] file, long number) throws IOException {
        if (!found.containsKey(what)) {
            Files.createDirectories(FOUND);
            found.put(what, Files.write(FOUND.resolve("input-" + number), file));
            System.out.println("found: " + what);
        }
    }

    private static long number(String[] arguments, String name, long otherwise) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return Long.parseLong(arguments[i + 1]);
            }
        }
        return otherwise;
    }
}
