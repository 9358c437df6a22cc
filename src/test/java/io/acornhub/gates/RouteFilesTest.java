// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.acornhub.routing.Queues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files of {@code routes} keep the rules of {@code routes/README.md}; each broken example is reported for its defect. */
class RouteFilesTest {
    private static final Path BROKEN = Path.of("src/test/resources/broken/routes");
    private static final RouteGate GATE = new RouteGate(Path.of(""));
    private static final List<RouteFile> FILES = RouteFile.below(Path.of("routes"));

    @Test
    void theRoutesKeepTheRules() {
        assertThat(FILES).hasSizeGreaterThan(10);
        assertThat(GATE.problems(FILES)).isEmpty();
    }

    /** A folder a defect: the files, and in problem.txt what must be said of them, a line a problem. */
    @TestFactory
    Stream<DynamicTest> aBrokenFileIsReportedFor() throws IOException {
        try (Stream<Path> folders = Files.list(BROKEN)) {
            return folders.sorted().toList().stream().map(folder -> dynamicTest(folder.getFileName().toString(), () -> {
                List<RouteFile> files = new ArrayList<>(RouteFile.below(folder));
                Set<String> names = new TreeSet<>(files.stream().map(RouteFile::path).toList());
                FILES.stream().filter(f -> !names.contains(f.path())).forEach(files::add);
                List<String> expected = Files.readAllLines(folder.resolve("problem.txt"));
                List<String> said = GATE.problems(files);
                for (String line : expected) {
                    assertThat(said).anyMatch(problem -> problem.contains(line));
                }
                assertThat(said).hasSameSizeAs(expected);
            }));
        }
    }

    @Test
    void aQueueIsNamedForDirectionAndStage() {
        for (String stage : Queues.STAGES) {
            assertThat(GATE.words().stageOf(stage)).as("%s is in the word lists", stage).isEqualTo(stage);
            String[] parts = stage.split("-", 2);
            assertThat(Queues.name(stage)).isEqualTo("hub." + parts[0] + "." + parts[1]);
            assertThat(Queues.parked(Queues.name(stage))).isEqualTo("hub." + parts[0] + "." + parts[1] + ".parked");
        }
    }

    @Test
    void everyStageWithAQueueHasItsFile() {
        Set<String> ids = new TreeSet<>(FILES.stream().filter(f -> f.fromUri().startsWith("queue:") && !f.isTemplate())
            .map(RouteFile::id).toList());
        assertThat(ids).containsExactlyInAnyOrderElementsOf(Queues.STAGES);
    }

    /** A word that nothing uses any more would mislead the next author. */
    @Test
    void everyBeanAndValueOfTheVocabularyIsUsed() {
        String all = FILES.stream().flatMap(f -> f.texts().stream()).map(text -> "\n" + text.getValue() + "\n").collect(joining());
        for (String bean : GATE.words().beans()) {
            assertThat(all).as("bean " + bean + " of routes/README.md").containsPattern("(#|bean:|\\n)" + bean + "\\b");
        }
        for (String value : GATE.words().values()) {
            assertThat(all).as("value " + value + " of routes/README.md").contains("{{" + value + "}}");
        }
    }
}
