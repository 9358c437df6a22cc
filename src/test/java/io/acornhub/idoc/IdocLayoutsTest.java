// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdocLayoutsTest {
    private static final Path OURS = Path.of("edi-mappings/idoc");

    @TempDir
    private Path folder;

    @Test
    void ourLayoutsHaveTheWidthsOfTheRecords() {
        IdocLayouts layouts = IdocLayouts.load(OURS);

        assertThat(layouts.control().get(35)).isEqualTo(new IdocField("SERIAL", 504, 20));
        assertThat(layouts.data("SDATA")).isEqualTo(new IdocField("SDATA", 63, 1000));
        IdocLayout orders = layouts.type("ORDERS05").orElseThrow();
        assertThat(orders.segments()).hasSize(58);
        SegmentLayout line = orders.ofType("E1EDP01").orElseThrow();
        assertThat(line.length()).isEqualTo(705);
        assertThat(orders.ofType("E1EDPS5").orElseThrow().parent().parent()).isSameAs(line);
        assertThat(orders.ofType("E2EDP01011")).isEmpty();
    }

    @Test
    void aCustomersLayoutTakesThePlaceOfOurs() throws IOException {
        layout("type: ORDERS05", "title: ours with a segment of our own", "segments:",
            "  - {segment: E1EDK01, definition: E2EDK01005, level: 1, min: 1, max: 1, fields: [ACTION:3]}",
            "  - {segment: /ACME/E1X, definition: /ACME/E2X001, level: 2, parent: E1EDK01, fields: [/ACME/CODE:5]}");

        IdocLayout layout = IdocLayouts.load(OURS, folder).type("ORDERS05").orElseThrow();

        assertThat(layout.segments()).hasSize(2);
        assertThat(layout.find("/ACME/E2X003").orElseThrow().type()).isEqualTo("/ACME/E1X");
    }

    @Test
    void everyProblemIsNamedWithItsFileAndSegment() throws IOException {
        layout("type: ORDERS05", "title: broken", "colour: red", "segments:",
            "  - {segment: E1EDK01, definition: E2EDK01005, level: one, lenght: 3, fields: [ACTION:3]}",
            "  - {segment: E1EDK14, definition: E2EDK14, level: 2, length: 39, fields: [QUALF:3, ORGID:35]}",
            "  - {segment: E1EDP02, definition: E2EDP02002, level: 3, parent: E1EDP01, fields: [QUALF 3, X:1, X:2]}",
            "  - {segment: E1EDP19, level: 3, fields: [BIG:1001]}");

        assertThatThrownBy(() -> IdocLayouts.load(OURS, folder)).isInstanceOfSatisfying(IdocLayoutException.class, e ->
            assertThat(e.problems()).allSatisfy(problem -> assertThat(problem).contains("layout.yaml: "))
                .extracting(problem -> problem.substring(problem.indexOf("yaml: ") + 6)).containsExactly(
                    "the file: unknown key 'colour'; known are [segments, title, type]",
                    "E1EDK01: unknown key 'lenght'; known are [definition, fields, length, level, max, min, parent, segment]",
                    "E1EDK01: 'level' is not a whole number: one",
                    "E1EDK14: its fields take 38 characters, length says 39",
                    "E1EDP02: its parent E1EDP01 is not a segment before it",
                    "E1EDP02: field 'QUALF 3' is not NAME:length",
                    "E1EDP02: field X is listed twice",
                    "E1EDP19: 'definition' is missing",
                    "E1EDP19: its fields take 1001 characters, SDATA holds 1000"));
    }

    @Test
    void aFileThatIsNoYamlIsNamedWithItsLine() throws IOException {
        layout("type: ORDERS05", "segments: [");

        assertThatThrownBy(() -> IdocLayouts.load(OURS, folder)).hasMessageContaining("layout.yaml line ");
    }

    @Test
    void twoLayoutsOfOneTypeInOneFolderAreAProblem() throws IOException {
        String[] same = {"type: A", "title: a", "segments:", "  - {segment: E1A, definition: E2A, level: 1, fields: [A:1]}"};
        layout(same);
        Files.createDirectories(folder.resolve("other"));
        Files.write(folder.resolve("other/layout.yaml"), List.of(same));

        assertThatThrownBy(() -> IdocLayouts.load(OURS, folder)).hasMessageContaining("in a folder of its own");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> IdocLayouts.load(folder.resolve("none"))).hasMessageContaining("there is no such folder");
        assertThatThrownBy(() -> IdocLayouts.load(folder)).hasMessageContaining("no records.yaml");
    }

    private void layout(String... lines) throws IOException {
        Files.createDirectories(folder.resolve("orders05"));
        Files.write(folder.resolve("orders05/layout.yaml"), List.of(lines));
    }
}
