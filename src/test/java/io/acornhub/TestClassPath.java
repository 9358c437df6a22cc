// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this process runs with, for processes that it starts: under Maven's tests and its exec:java, and started plainly. */
public final class TestClassPath {
    private TestClassPath() {
    }

    /** The product and the tests. */
    public static String all() {
        return entries().collect(Collectors.joining(File.pathSeparator));
    }

    /** The product alone. */
    public static String product() {
        return entries().filter(entry -> !entry.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> entries() {
        String surefire = System.getProperty("surefire.test.class.path");
        // exec:java runs within Maven, whose own class path knows nothing of the project
        Stream<Path> found = surefire == null && TestClassPath.class.getClassLoader() instanceof URLClassLoader loader
            ? Arrays.stream(loader.getURLs()).map(TestClassPath::path)
            : Arrays.stream((surefire == null ? System.getProperty("java.class.path") : surefire).split(File.pathSeparator)).map(Path::of);
        return found.map(path -> path.toAbsolutePath().toString());
    }

    private static Path path(URL url) {
        return new File(url.getPath()).toPath();
    }
}
