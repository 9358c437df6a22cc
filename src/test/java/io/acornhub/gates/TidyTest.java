// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.gates.TidyChecks.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link TidyChecks} over every file of the repository, and over snippets that each break one of them. */
class TidyTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", ".idea", ".vscode", ".smooks");
    /** {@code check path}: what may stay as it is. One whose file has no such problem any more fails the build. */
    private static final Set<String> EXCEPTIONS = Set.of(
        // the classes that prove that FrameworkBansTest bites
        "sleep src/test/java/io/acornhub/gates/bad/bans/Printer.java");

    @Test
    void everyFileIsTidy() throws IOException {
        List<Problem> problems = new ArrayList<>();
        Set<String> unused = new TreeSet<>(EXCEPTIONS);
        for (Path file : files(ROOT)) {
            String path = ROOT.relativize(file).toString().replace('\\', '/');
            for (Problem problem : TidyChecks.of(path, Files.readAllBytes(file))) {
                String exception = problem.check() + " " + path;
                unused.remove(exception);
                if (!EXCEPTIONS.contains(exception)) {
                    problems.add(problem);
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(unused).as("exceptions that nothing needs any more").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "extension | notes.docx     | x",
        "licence   | A.java         | class A { }",
        "tab       | a.yaml         | a:\\tb",
        "trailing  | README.md      | text~",
        "left over | a.sql          | -- FIX+ME later",
        "sleep     | A.java         | Thread.sle+ep(5);",
        "sleep     | A.java         | TimeUnit.SECONDS.sle+ep(5);",
        "machine   | config/a.yaml  | path: /ho+me/me/data",
        "machine   | B.md           | see /t+mp/x",
        "machine   | A.java         | Path.of(\"C:+\\\\data\")"})
    void aBadLineIsReported(String check, String path, String line) {
        String text = line.replace("+", "").replace("\\t", "\t").replace("~", "  ");
        assertThat(checks(path, text)).contains(check);
        assertThat(checks(path, "plain")).doesNotContain("extension".equals(check) || "licence".equals(check) ? "" : check);
    }

    @Test
    void longLinesFilesAndMethodsAreReportedWithTheirSize() {
        String body = "        count();\n".repeat(TidyChecks.METHOD_LINES);
        String file = "class A {\n    void work() {\n" + body + "    }\n}\n" + "//\n".repeat(TidyChecks.FILE_LINES);
        assertThat(problems("A.java", file)).anyMatch(p -> p.startsWith("A.java:2: work has 62 lines, at most 60"))
            .anyMatch(p -> p.startsWith("A.java: 364 lines, at most 300"));
        assertThat(problems("a.yaml", "a".repeat(141))).anyMatch(p -> p.startsWith("a.yaml:1: 141 characters, at most 140"));
    }

    @Test
    void aMethodInsideAnAnonymousClassCountsForItself() {
        String source = "class A { Object a = new Object() {\n public String toString() {\nreturn \"}\";\n}\n}; }";
        assertThat(JavaMethods.in("A.java", source))
            .contains(new JavaMethods.Method("toString", 2, 3));
    }

    @Test
    void whatIsNotTextAndWhatIsTooLargeIsReported() {
        assertThat(TidyChecks.of("a.edi", new byte[] {'a', 0})).extracting(Problem::check).containsExactly("binary");
        assertThat(TidyChecks.of("a.edi", new byte[] {(byte) 0xC3, '('})).extracting(Problem::check).containsExactly("binary");
        assertThat(TidyChecks.of("a.edi", new byte[TidyChecks.LARGEST + 1])).extracting(Problem::check).contains("size");
    }

    @Test
    void goodLinesAreLeftAlone() {
        assertThat(checks("docs/A.md", "see https://example.org/home/page and /workspace, target/tmp/x, ${acorn.data}/tmp/y"))
            .isEmpty();
    }

    private static List<String> checks(String path, String text) {
        return TidyChecks.of(path, text.getBytes(StandardCharsets.UTF_8)).stream().map(Problem::check).toList();
    }

    private static List<String> problems(String path, String text) {
        return TidyChecks.of(path, text.getBytes(StandardCharsets.UTF_8)).stream().map(Problem::toString).toList();
    }

    private static List<Path> files(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = folder.getParent().equals(root) && NOT_OURS.contains(folder.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // in a linked work tree .git is a file
                if (!file.equals(root.resolve(".git"))) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
