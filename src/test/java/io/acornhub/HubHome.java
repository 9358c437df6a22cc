// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the project's config, routes, edi-mappings and examples that a test may change. */
public record HubHome(Path folder) {
    private static final List<String> PARTS = List.of("config", "routes", "edi-mappings", "examples");

    /** Copies from the project, which is the folder the tests run in. */
    public static HubHome copy(Path to) {
        Path project = Path.of("").toAbsolutePath();
        for (String part : PARTS) {
            try (Stream<Path> files = Files.walk(project.resolve(part))) {
                for (Path file : files.toList()) {
                    Path target = to.resolve(project.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new HubHome(to);
    }

    /** Changes a file; what is to be replaced must be there. */
    public HubHome replace(String file, String what, String with) {
        try {
            Path path = folder.resolve(file);
            String before = Files.readString(path);
            if (!before.contains(what)) {
                throw new IllegalArgumentException(file + " does not contain: " + what);
            }
            Files.writeString(path, before.replace(what, with));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HubHome write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
