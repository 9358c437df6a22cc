// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import io.acornhub.infoset.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the tests of IDocs share: the product's layouts, the samples beside the tests, and trees as lines to compare. */
final class IdocSamples {
    static final IdocLayouts LAYOUTS = IdocLayouts.load(Path.of("edi-mappings/idoc"));

    private IdocSamples() {
    }

    static byte[] resource(String name) {
        try (InputStream in = IdocSamples.class.getResourceAsStream("/idoc/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Idoc> read(byte[] file) {
        return read(file, IdocReading.DEFAULT);
    }

    static List<Idoc> read(byte[] file, IdocReading reading) {
        List<Idoc> idocs = new ArrayList<>();
        try {
            new IdocReader(LAYOUTS, reading).read(new ByteArrayInputStream(file), idocs::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return idocs;
    }

    static List<Idoc> readText(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    static List<Node> trees(byte[] file) {
        return read(file).stream().map(Idoc::tree).toList();
    }

    static byte[] write(IdocWriting writing, List<Node> trees) {
        return new IdocWriter(LAYOUTS, writing).write(trees);
    }

    /** Every field of the trees, one a line, as path and text; paths count siblings, so order shows. */
    static List<String> fields(List<Node> trees) {
        List<String> lines = new ArrayList<>();
        trees.forEach(tree -> fields(tree, "", lines));
        return lines;
    }

    private static void fields(Node node, String path, List<String> lines) {
        if (node.isLeaf()) {
            lines.add(path + node.name() + "=" + node.text());
            return;
        }
        lines.add(path + node.name());
        int number = 0;
        for (Node child : node.children()) {
            fields(child, path + node.name() + (child.isLeaf() ? "" : "[" + ++number + "]") + "/", lines);
        }
    }

    /** A flat record: EDI_DD40 head with the segment's name and level, then SDATA. */
    static String record(String segment, int level, String sdata) {
        return String.format("%-30s%-3s%016d%06d%06d%02d%s%n", segment, "100", 1, 0, 0, level, sdata).replace("\r", "");
    }

    /** A flat control record of an ORDRSP. */
    static String control() {
        return String.format("%-10s%-3s%016d%-10s%-30s%-30s%-30s%n", "EDI_DC40", "100", 4711, "757 301   ", "ORDERS05", "", "ORDRSP")
            .replace("\r", "");
    }
}
