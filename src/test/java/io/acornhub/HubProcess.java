// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A hub in a Java process of its own, started from the product's classes, so that a test can take it away without warning.
 * All its starts append to one log file.
 */
public final class HubProcess implements AutoCloseable {
    /** The line the hub writes when its routes run. */
    private static final String READY = "Started HubApplication";
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private final String name;
    private final Path home;
    private final Path log;
    private final List<String> settings;
    private List<String> options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m");
    private List<String> launcher = List.of();
    private Process process;
    private long logStart;

    /**
     * @param name of the log file, {@code <logs>/<name>.log}
     * @param home the folder with config, routes and edi-mappings
     * @param settings for example {@code acorn.data=target/x}
     */
    public HubProcess(String name, Path home, Path logs, List<String> settings) {
        this.name = name;
        this.home = home.toAbsolutePath().normalize();
        this.log = logs.resolve(name + ".log");
        this.settings = List.copyOf(settings);
    }

    /** Options of its Java, instead of those that start quickly. */
    public HubProcess java(List<String> options) {
        this.options = List.copyOf(options);
        return this;
    }

    /** A command that ends by becoming the one that follows it, so that the hub runs where that command has put it. */
    public HubProcess launchedBy(List<String> launcher) {
        this.launcher = List.copyOf(launcher);
        return this;
    }

    /** Of one that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Starts it and returns at once. */
    public HubProcess start() {
        if (isAlive()) {
            throw new IllegalStateException(name + " runs already");
        }
        List<String> command = new ArrayList<>(launcher);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", TestClassPath.product(), "io.acornhub.HubApplication", "--acorn.home=" + home,
            "--spring.jmx.enabled=true"));
        if (settings.stream().noneMatch(setting -> setting.startsWith("server.port="))) {
            command.add("--server.port=0");
        }
        settings.forEach(setting -> command.add("--" + setting));
        try {
            Files.createDirectories(log.getParent());
            logStart = Files.exists(log) ? Files.size(log) : 0;
            process = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Waits until its routes run. */
    public HubProcess awaitReady() {
        Awaitility.await(name + " is ready").pollInterval(Duration.ofMillis(50)).atMost(LONGEST_START).until(() -> {
            if (!isAlive()) {
                throw new IllegalStateException(name + " ended by itself:\n" + ownLog());
            }
            return ownLog().contains(READY);
        });
        return this;
    }

    /** Ends it as a power cut of the process would: SIGKILL, no hook runs. Returns when it is gone. */
    public void kill9() {
        if (process != null) {
            process.toHandle().destroyForcibly();
            await(Duration.ofSeconds(20));
        }
    }

    /** Ends it in order. */
    public void stop() {
        if (process != null) {
            process.toHandle().destroy();
            await(Duration.ofSeconds(60));
        }
    }

    /** The processor time its life has used. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Waits up to that long for its end; used to let a moment pass without asking anything of it. */
    public boolean endsWithin(Duration duration) {
        try {
            return process.waitFor(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void await(Duration atMost) {
        if (!endsWithin(atMost)) {
            throw new IllegalStateException(name + " did not end in " + atMost.toSeconds() + " s");
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** What it has logged since its last start. */
    public String ownLog() {
        try {
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) Math.min(logStart, all.length), (int) Math.max(0, all.length - logStart),
                java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path log() {
        return log;
    }

    /** Writes a line of the test into the hub's log, so that one reading shows both. */
    public void note(String line) {
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(log, "======== " + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill9();
    }
}
