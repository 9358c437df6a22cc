// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import io.acornhub.canonical.DocumentType;
import io.acornhub.infoset.Node;
import io.acornhub.partner.CodeLists;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleDirection;
import io.acornhub.translation.ControlData;
import io.acornhub.translation.TranslationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders a template of a test over a small transaction set. */
final class TemplateBench {
    private final Path folder;

    TemplateBench(Path folder) {
        this.folder = folder;
    }

    /** BEG, two REF, one N1 loop, two PO1 loops and an element that repeats. */
    static Node set() {
        Node set = Node.branch("TransactionSet", 0);
        Node beg = set.add(Node.branch("BEG", 2));
        beg.add(Node.leaf("BEG01", "00", 2));
        beg.add(Node.leaf("BEG03", "PO \"1\"\\", 2));
        beg.add(Node.leaf("BEG05", "20260302", 2));
        reference(set, 3, "CR", "ACME5");
        reference(set, 4, "PD", "DEAL");
        Node n1 = set.add(Node.branch("LoopN1", 5)).add(Node.branch("N1", 5));
        n1.add(Node.leaf("N101", "ST", 5));
        line(set, 6, "EA", "-7.50");
        Node second = line(set, 8, "ZZ", "7,5");
        second.add(Node.leaf("PO110", "one", 8));
        second.add(Node.leaf("PO110", "two", 8));
        return set;
    }

    private static void reference(Node set, int position, String qualifier, String value) {
        Node ref = set.add(Node.branch("REF", position));
        ref.add(Node.leaf("REF01", qualifier, position));
        ref.add(Node.leaf("REF02", value, position));
    }

    private static Node line(Node set, int position, String unit, String quantity) {
        Node po1 = set.add(Node.branch("LoopPO1", position)).add(Node.branch("PO1", position));
        po1.add(Node.leaf("PO102", quantity, position));
        po1.add(Node.leaf("PO103", unit, position));
        po1.add(Node.leaf("PO106", "VN", position));
        po1.add(Node.leaf("PO107", "UP", position));
        po1.add(Node.leaf("PO108", "UP", position));
        po1.add(Node.leaf("PO109", "614141000104", position));
        return po1;
    }

    /** @param name decides what the template writes, by {@code .json.ftl} or {@code .xml.ftl} */
    Rendered render(String name, String template) {
        Path file = folder.resolve(name);
        try {
            Files.writeString(file, template);
            Bundle bundle = new Bundle("test/bundle", "", "", "", BundleDirection.TO_CANONICAL, "x12", "004010", "850",
                DocumentType.PURCHASE_ORDER, "hub", name, null, folder, Map.of(name, file), null, "");
            CompiledBundle compiled = new CompiledBundle(bundle, new BundleTemplates(bundle).compile(name), null);
            Call call = new Call(compiled, context(), new TwoUnits());
            Rendering.render(call, new SourceDocument("set", set(), ControlData.NONE));
            return call.rendered().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CompileException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the expression prints. */
    String print(String expression) {
        Rendered rendered = render("expression.xml.ftl", "${" + expression + "}");
        if (rendered.fault() != null) {
            throw rendered.fault();
        }
        return rendered.text();
    }

    private static TranslationContext context() {
        return new TranslationContext("amazon-us", List.of("amazon-us"), Map.of("client", "100"), Map.of(), "KEY", null,
            new ControlData("000000001", "1", "0001"), Instant.parse("2026-03-02T23:30:00Z"), ZoneOffset.ofHours(2));
    }

    private static final class TwoUnits implements CodeLists {
        @Override
        public Optional<String> toCanonical(String list, String format, String code, String... owners) {
            return list.equals("units") && code.equals("EA") ? Optional.of("EACH") : Optional.empty();
        }

        @Override
        public Optional<String> fromCanonical(String list, String format, String canonical, String... owners) {
            return list.equals("units") && canonical.equals("EACH") ? Optional.of("EA") : Optional.empty();
        }

        @Override
        public boolean exists(String list) {
            return list.equals("units");
        }

        @Override
        public List<Map<String, String>> rows(String list, String... owners) {
            if (!list.equals("deductions")) {
                return List.of();
            }
            return List.of(Map.of("canonical", "CLAIM", "x12", "{invoice}SC"), Map.of("canonical", "CLAIM_BACK", "x12", "{invoice}SCR"),
                Map.of("canonical", "CHARGEBACK", "x12", "*VCBSINV"), Map.of("canonical", "AGREEMENT", "x12", "####-########"),
                Map.of("canonical", "ANY_BACK", "x12", "*R"));
        }
    }
}
