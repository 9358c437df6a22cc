// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.SharedSamples;
import io.acornhub.edi.X12Samples.Recorded;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.Identifiers.Identifier;
import io.acornhub.partner.Separators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeWriterTest {
    private static final Identifier OWN = new Identifier("ZZ", "ACMEVENDOR", "ACMEVENDOR");
    private static final Identifier AMAZON = new Identifier("ZZ", "AMAZON", "AMAZON");
    private final EnvelopeWriter writer = new EnvelopeWriter();

    @ParameterizedTest
    @ValueSource(strings = {"01-850-4TG7Q2PX.edi", "02-997-for-850.edi", "03-855-4TG7Q2PX.edi"})
    void whatWasReadIsWrittenByteForByte(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(SharedSamples.sample("amazon/us-set1/" + name));
        assertThat(new String(written(X12Samples.read(new ByteArrayInputStream(bytes), X12Limits.DEFAULT)),
            StandardCharsets.UTF_8).trim())
            .isEqualTo(new String(bytes, StandardCharsets.UTF_8).trim());
    }

    @Test
    void everyKindOfElementComesBackAsItWas() {
        String[] segments = X12Samples.ORDER.clone();
        segments[6] = "PO1*1*10*EA*12.5***UP*614141000104~MEA*PD*WT*1*LB>>2~MEA*PD**1*LB~N1*ST**92*PHX6~SLN*1**I*1*EA";
        String file = X12Samples.interchange(X12Samples.set("850", "0001", segments).replace("SE*11", "SE*15"));
        Recorded read = X12Samples.read(file);
        assertThat(read.sets.get(0).segments()).isEqualTo(15);
        assertThat(new String(written(read), StandardCharsets.UTF_8).replace("\n", "")).isEqualTo(file);
    }

    private byte[] written(Recorded read) {
        InterchangeHeader isa = read.interchanges.get(0);
        GroupHeader gs = read.groups.get(0);
        Instant when = LocalDateTime.parse("20" + isa.isa(9) + isa.isa(10), DateTimeFormatter.ofPattern("yyyyMMddHHmm"))
            .toInstant(ZoneOffset.UTC);
        OutgoingEnvelope envelope = new OutgoingEnvelope(new Identifier(isa.senderQualifier(), isa.senderId(), gs.senderCode()),
            new Identifier(isa.receiverQualifier(), isa.receiverId(), gs.receiverCode()), isa.usage(), isa.version(),
            Long.parseLong(isa.controlNumber()), isa.acknowledgmentRequested(), when, ZoneOffset.UTC, X12Samples.SEPARATORS);
        List<OutgoingSet> sets = read.sets.stream()
            .map(s -> new OutgoingSet(X12Samples.grammar(s.id()), s.controlNumber(), s.tree())).toList();
        return writer.interchange(envelope,
            List.of(new OutgoingGroup(gs.functionalId(), gs.release(), Long.parseLong(gs.controlNumber()), sets)));
    }

    @Test
    void countsAndNumbersComeFromWhatIsWritten() {
        OutgoingSet set = new OutgoingSet(X12Samples.grammar("855"), null, acknowledgment("PO000001"));
        byte[] bytes = writer.interchange(envelope(X12Samples.SEPARATORS),
            List.of(new OutgoingGroup("PR", "004010", 7, List.of(set, set)), new OutgoingGroup("PR", "004010", 8, List.of(set))));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("""
            ISA*00*          *00*          *ZZ*ACMEVENDOR     *ZZ*AMAZON         *260302*0016*U*00400*000000042*0*P*>~
            GS*PR*ACMEVENDOR*AMAZON*20260302*0016*7*X*004010~
            ST*855*0001~
            BAK*00*AC*PO000001*20260302~
            SE*3*0001~
            ST*855*0002~
            BAK*00*AC*PO000001*20260302~
            SE*3*0002~
            GE*2*7~
            GS*PR*ACMEVENDOR*AMAZON*20260302*0016*8*X*004010~
            ST*855*0001~
            BAK*00*AC*PO000001*20260302~
            SE*3*0001~
            GE*1*8~
            IEA*2*000000042~
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A*B", "A>B", "A~B", "A\nB"})
    void dataThatWouldBreakTheSegmentIsRefused(String value) {
        OutgoingSet set = new OutgoingSet(X12Samples.grammar("855"), null, acknowledgment(value));
        assertThatThrownBy(() -> writer.interchange(envelope(X12Samples.SEPARATORS), List.of(new OutgoingGroup("PR", "004010", 1,
            List.of(set))))).isInstanceOfSatisfying(MappingFault.class, e -> {
                Fault fault = e.faults().get(0);
                assertThat(fault.element()).isEqualTo("BAK/BAK03");
                assertThat(fault.value()).isEqualTo(value);
            });
    }

    @Test
    void otherDelimitersLetTheSameDataPass() {
        Separators separators = new Separators('|', ':', '^', '!', false);
        OutgoingSet set = new OutgoingSet(X12Samples.grammar("855"), "000012345", acknowledgment("A*B>C~"));
        byte[] bytes = writer.interchange(envelope(separators), List.of(new OutgoingGroup("PR", "004010", 1, List.of(set))));
        Recorded read = X12Samples.read(new ByteArrayInputStream(bytes), X12Limits.DEFAULT);
        assertThat(read.sets.get(0).tree().value("BAK/BAK03")).isEqualTo("A*B>C~");
        assertThat(read.sets.get(0).controlNumber()).isEqualTo("000012345");
    }

    @Test
    void whatTheGrammarDoesNotHaveIsRefusedWithItsPath() {
        Node tree = acknowledgment("PO000001");
        tree.add(Node.branch("LoopPO1", 0)).add(Node.branch("PO1", 0)).add(Node.leaf("PO199", "x", 0));
        tree.add(Node.branch("QQQ", 0));
        OutgoingSet set = new OutgoingSet(X12Samples.grammar("855"), null, tree);
        assertThatThrownBy(() -> writer.interchange(envelope(X12Samples.SEPARATORS), List.of(new OutgoingGroup("PR", "004010", 1,
            List.of(set))))).isInstanceOfSatisfying(MappingFault.class, e -> assertThat(e.faults()).extracting(Fault::element)
                .containsExactly("LoopPO1/PO1/PO199", "QQQ"));
    }

    @Test
    void anIdThatDoesNotFitTheHeaderIsRefused() {
        OutgoingEnvelope envelope = new OutgoingEnvelope(new Identifier("ZZ", "SIXTEENCHARACTERS", "A"), AMAZON, "P", "00400", 1,
            false,
            Instant.EPOCH, ZoneOffset.UTC, X12Samples.SEPARATORS);
        assertThatThrownBy(() -> writer.interchange(envelope, List.of())).isInstanceOf(MappingFault.class)
            .hasMessageContaining("106");
    }

    @Test
    void aTechnicalAcknowledgmentStandsAloneInItsInterchange() {
        Node ta1 = TechnicalAcknowledgment.of(X12Samples.read(X12Samples.order()).interchanges.get(0), List.of());
        String text = new String(writer.technical(envelope(X12Samples.SEPARATORS), ta1), StandardCharsets.UTF_8);
        assertThat(text).endsWith("~\nTA1*000000001*260302*0815*A*000~\nIEA*0*000000042~\n");
        assertThat(X12Samples.read(text).technical).hasSize(1);
    }

    private static OutgoingEnvelope envelope(Separators separators) {
        return new OutgoingEnvelope(OWN, AMAZON, "P", "00400", 42, false, Instant.parse("2026-03-02T08:16:00Z"),
            ZoneId.of("America/Los_Angeles"), separators);
    }

    private static Node acknowledgment(String number) {
        Node tree = Node.branch("TransactionSet", 0);
        Node bak = tree.add(Node.branch("BAK", 0));
        bak.add(Node.leaf("BAK01", "00", 0));
        bak.add(Node.leaf("BAK02", "AC", 0));
        bak.add(Node.leaf("BAK03", number, 0));
        bak.add(Node.leaf("BAK04", "20260302", 0));
        return tree;
    }
}
