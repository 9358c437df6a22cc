// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.EnvelopeWriter;
import io.acornhub.edi.OutgoingEnvelope;
import io.acornhub.edi.OutgoingGroup;
import io.acornhub.edi.OutgoingSet;
import io.acornhub.edi.SetGrammar;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultException;
import io.acornhub.partner.Identifiers.Identifier;
import io.acornhub.partner.Separators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The hub's own X12 engine against smooks-edi-cartridge over the schema that is generated from the same grammar. */
class EngineAgreementTest {
    /** 850s in a group of invoices (GS01 is IN): a group holds sets of its kind only, which the schema does not say. */
    private static final String WRONG_GROUP = "the hub finds [SET_NOT_IN_GROUP], the cartridge nothing";
    /** The last segment ends with the file: the hub forgives that to IEA, Daffodil knows no terminator that may be missing. */
    private static final String NO_LAST_TERMINATOR = "the hub finds nothing, the cartridge INTERCHANGE_STRUCTURE_INVALID in IEA";
    private static final Map<String, String> PUBLIC_DIFFERENCES = Map.of(
        "810+850_x12net_MixedTransactions.txt", WRONG_GROUP, "850_x12net_PurchaseOrder.txt", WRONG_GROUP,
        "850_x12net_PurchaseOrderCSV.txt", WRONG_GROUP,
        "850_x12net_PurchaseOrders.txt", WRONG_GROUP, "850_x12parser_Example2_Adobe_TLP.txt", NO_LAST_TERMINATOR,
        "855_x12parser_Example1_Adobe.txt", NO_LAST_TERMINATOR, "810_x12parser_Example4_Adobe.txt", NO_LAST_TERMINATOR,
        "824_x12parser_FromCnSpec.txt", NO_LAST_TERMINATOR, "865_x12parser_FromMclaneCo.txt", NO_LAST_TERMINATOR);
    /** Lines broken within elements: read as they are, and refused by the validator and by the hub's writer. */
    private static final Map<String, String> NOT_WRITTEN = Map.of("830_bots-plugins_830-004010UCS-01.x12",
        "LoopLIN/LoopFST/SDQ/SDQ11 holds the control character 10; replace it in the mapping");
    private static final Separators SEPARATORS = new Separators('*', '>', '^', '~', false);

    @Test
    void theBundlesOwnSamplesAreReadTheSame() throws IOException {
        assertThat(differencesInReading(AgreementSamples.own())).isEmpty();
    }

    @Test
    void interchangesWrittenForTheProjectAreReadTheSame() throws IOException {
        assertThat(differencesInReading(AgreementSamples.written())).isEmpty();
    }

    @Test
    void publicInterchangesAreReadTheSame() throws IOException {
        assertThat(differencesInReading(AgreementSamples.published())).isEqualTo(PUBLIC_DIFFERENCES);
    }

    @Test
    void theCartridgeWritesBackTheBytesItRead() throws IOException {
        assertThat(differencesInBytes(readTheSame())).isEmpty();
    }

    @Test
    void bothEnginesWriteTheSameBytes() throws IOException {
        TreeMap<String, String> differences = new TreeMap<>();
        for (Path file : readTheSame()) {
            byte[] bytes = AgreementSamples.text(file).getBytes(StandardCharsets.ISO_8859_1);
            for (SetGrammar grammar : grammars(bytes)) {
                if (HubReading.faults(bytes, grammar).isEmpty()) {
                    compareWriting(file, grammar, HubReading.trees(bytes, grammar), differences);
                }
            }
        }
        assertThat(differences).isEqualTo(NOT_WRITTEN);
    }

    private static List<Path> readTheSame() throws IOException {
        List<Path> files = new ArrayList<>(AgreementSamples.own());
        files.addAll(AgreementSamples.written());
        files.addAll(AgreementSamples.published());
        files.removeIf(file -> PUBLIC_DIFFERENCES.containsKey(file.getFileName().toString()));
        return files;
    }

    private static void compareWriting(Path file, SetGrammar grammar, List<Node> trees, TreeMap<String, String> differences) {
        byte[] hub;
        try {
            hub = hubWrites(trees.get(0), grammar);
        } catch (FaultException e) {
            differences.put(file.getFileName().toString(), e.faults().get(0).inWords());
            return;
        }
        CartridgeEngine cartridge = Engines.cartridge(grammar);
        Node tree = cartridge.parse(hub).get(0);
        byte[] cartridgeWrites = cartridge.unparse(tree, delimiters(hub), StandardCharsets.UTF_8);
        if (!new String(hub, StandardCharsets.UTF_8).equals(new String(cartridgeWrites, StandardCharsets.UTF_8))) {
            differences.put(file.getFileName().toString(), new String(cartridgeWrites, StandardCharsets.UTF_8));
        }
    }

    /** The sets of an interchange in an envelope of ours. */
    private static byte[] hubWrites(Node interchange, SetGrammar grammar) {
        List<OutgoingGroup> groups = new ArrayList<>();
        for (Node group : interchange.children("FunctionalGroup")) {
            List<OutgoingSet> sets = group.children("TransactionSet").stream()
                .map(set -> new OutgoingSet(grammar, null, set)).toList();
            groups.add(new OutgoingGroup(group.value("GS/GS01"), grammar.release(), groups.size() + 1, sets));
        }
        String version = grammar.release().equals("005010") ? "00501" : "00400";
        OutgoingEnvelope envelope = new OutgoingEnvelope(new Identifier("ZZ", "ACMEVENDOR", "ACMEVENDOR"),
            new Identifier("ZZ", "AMAZON", "AMAZON"), "P", version, 7, false, Instant.parse("2026-03-02T08:15:00Z"),
            ZoneOffset.UTC,
            SEPARATORS);
        return new EnvelopeWriter().interchange(envelope, groups);
    }

    /** By file: what is not the same in tree or verdict. */
    private static TreeMap<String, String> differencesInReading(List<Path> files) throws IOException {
        TreeMap<String, String> differences = new TreeMap<>();
        for (Path file : files) {
            byte[] bytes = AgreementSamples.text(file).getBytes(StandardCharsets.ISO_8859_1);
            for (SetGrammar grammar : grammars(bytes)) {
                String difference = difference(bytes, grammar);
                if (difference != null) {
                    differences.put(file.getFileName().toString(), difference);
                }
            }
        }
        return differences;
    }

    private static String difference(byte[] bytes, SetGrammar grammar) throws IOException {
        Set<?> faults = HubReading.faults(bytes, grammar);
        try {
            List<Node> trees = Engines.cartridge(grammar).parse(bytes);
            if (!faults.isEmpty()) {
                return "the hub finds " + faults + ", the cartridge nothing";
            }
            String hub = HubReading.text(HubReading.trees(bytes, grammar));
            String cartridge = HubReading.text(trees);
            return hub.equals(cartridge) ? null : "hub:\n" + hub + "\ncartridge:\n" + cartridge;
        } catch (FaultException e) {
            Fault fault = e.faults().get(0);
            return faults.isEmpty() ? "the hub finds nothing, the cartridge " + fault.code() + " in " + fault.segment() : null;
        }
    }

    private static TreeMap<String, String> differencesInBytes(List<Path> files) throws IOException {
        TreeMap<String, String> differences = new TreeMap<>();
        for (Path file : files) {
            byte[] bytes = AgreementSamples.text(file).getBytes(StandardCharsets.ISO_8859_1);
            List<SetGrammar> grammars = grammars(bytes);
            if (grammars.size() == 1 && HubReading.sets(bytes).size() == 1
                && HubReading.faults(bytes, grammars.get(0)).isEmpty()) {
                String written = written(bytes, grammars.get(0));
                if (!written.equals(AgreementSamples.compact(new String(bytes, StandardCharsets.ISO_8859_1)))) {
                    differences.put(file.getFileName().toString(), written);
                }
            }
        }
        return differences;
    }

    private static String written(byte[] bytes, SetGrammar grammar) {
        CartridgeEngine cartridge = Engines.cartridge(grammar);
        StringBuilder written = new StringBuilder();
        for (Node interchange : cartridge.parse(bytes)) {
            byte[] back = cartridge.unparse(interchange, delimiters(bytes), StandardCharsets.UTF_8);
            written.append(new String(back, StandardCharsets.ISO_8859_1));
        }
        return written.toString();
    }

    private static Delimiters delimiters(byte[] bytes) {
        return Delimiters.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static List<SetGrammar> grammars(byte[] bytes) throws IOException {
        return HubReading.sets(bytes).stream().map(Engines::ofRelease).filter(g -> g != null).toList();
    }
}
