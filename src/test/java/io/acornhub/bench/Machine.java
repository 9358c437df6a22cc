// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What the figures were measured on. */
final class Machine {
    private static final long MIB = 1 << 20;

    private Machine() {
    }

    static String describe() throws IOException {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        String cpu = !Files.isReadable(cpuinfo) ? System.getProperty("os.arch") : Files.readAllLines(cpuinfo).stream()
            .filter(line -> line.startsWith("model name")).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip())
            .orElse(System.getProperty("os.arch"));
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream().map(GarbageCollectorMXBean::getName)
            .collect(Collectors.joining(", "));
        return String.format("%s, %d processors, load %.2f%n%s %s, heap %d MiB, %s", cpu,
            Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"), Runtime.getRuntime().maxMemory() / MIB, collectors);
    }
}
