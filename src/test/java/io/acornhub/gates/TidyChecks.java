// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for every file of the repository, by its name and bytes. Each problem reads {@code path:line: what, what to do}. */
final class TidyChecks {
    static final int FILE_LINES = 300;
    static final int METHOD_LINES = 60;
    static final int LINE_CHARS = 140;
    static final int LARGEST = 256 * 1024;
    private static final Set<String> WRITTEN = Set.of("java", "yaml", "yml", "xml", "sql", "md", "ftl", "properties", "sh",
        "html");
    private static final Set<String> DATA = Set.of("json", "csv", "txt", "edi", "idoc", "factories", "imports", "gitkeep",
        "gitignore", "dockerignore");
    /** Files without an extension. */
    private static final Set<String> NAMES = Set.of("Dockerfile", "LICENSE", "NOTICE", "run");
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO[D]O|FIX[M]E|XX[X])\\b");
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sleep|TimeUnit\\.[A-Z]+\\.sleep");
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.})*/-])/(home|work|tmp|root|Users)/[\\w.]"
        + "|\\b[A-Z]:\\\\\\\\\\w");
    private static final Pattern TRAILING = Pattern.compile("[ \\t]+$");

    private TidyChecks() {
    }

    /** One finding; {@code check} is the word that an exception names. */
    record Problem(String path, int line, String check, String text) {
        @Override
        public String toString() {
            return path + (line == 0 ? "" : ":" + line) + ": " + text + " [" + check + "]";
        }
    }

    static List<Problem> of(String path, byte[] bytes) {
        List<Problem> found = new ArrayList<>();
        String kind = kind(path);
        if (!WRITTEN.contains(kind) && !DATA.contains(kind) && !NAMES.contains(kind)) {
            found.add(new Problem(path, 0, "extension", "'" + kind + "' is no kind of file this repository has; add it to"
                + " TidyChecks if it should be"));
        }
        if (bytes.length > LARGEST) {
            found.add(new Problem(path, 0, "size", bytes.length + " bytes, at most " + LARGEST));
        }
        String text = text(bytes);
        if (text == null) {
            found.add(new Problem(path, 0, "binary", "is not UTF-8 text; tests make such input themselves"));
        } else if (!DATA.contains(kind) && !path.contains("/samples/")) {
            written(path, kind, text, found);
        }
        return found;
    }

    private static void written(String path, String kind, String text, List<Problem> found) {
        List<String> lines = text.lines().toList();
        boolean java = kind.equals("java");
        if ((java || kind.equals("yaml")) && (lines.isEmpty() || !lines.get(0).contains("SPDX-License-Identifier: Apache-2.0"))) {
            found.add(new Problem(path, 1, "licence", "the first line is not the SPDX line"));
        }
        if (java && lines.size() > FILE_LINES) {
            found.add(new Problem(path, 0, "file", lines.size() + " lines, at most " + FILE_LINES));
        }
        for (int i = 0; i < lines.size(); i++) {
            line(path, kind, i + 1, lines.get(i), found);
        }
        if (java && lines.size() > METHOD_LINES) {
            methods(path, text, found);
        }
    }

    private static void methods(String path, String text, List<Problem> found) {
        for (JavaMethods.Method method : JavaMethods.in(path, text)) {
            if (method.lines() > METHOD_LINES) {
                found.add(new Problem(path, method.line(), "method", method.name() + " has " + method.lines()
                    + " lines, at most " + METHOD_LINES));
            }
        }
    }

    private static void line(String path, String kind, int number, String line, List<Problem> found) {
        boolean code = kind.equals("java") || kind.equals("yaml");
        if (code && line.length() > LINE_CHARS) {
            found.add(new Problem(path, number, "line", line.length() + " characters, at most " + LINE_CHARS));
        }
        if (code && line.indexOf('\t') >= 0) {
            found.add(new Problem(path, number, "tab", "a tab; use spaces"));
        }
        if (TRAILING.matcher(line).find()) {
            found.add(new Problem(path, number, "trailing", "space at the end of the line"));
        }
        if (LEFT_OVER.matcher(line).find()) {
            found.add(new Problem(path, number, "left over", "a note to oneself; do it or file an issue"));
        }
        if (kind.equals("java") && SLEEP.matcher(line).find()) {
            found.add(new Problem(path, number, "sleep", "sleeps; wait for what is awaited (Awaitility in tests)"));
        }
        if (MACHINE.matcher(line).find()) {
            found.add(new Problem(path, number, "machine", "a path of somebody's machine"));
        }
    }

    /** The extension, or the whole name of a file without one. */
    static String kind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String text(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return null;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
