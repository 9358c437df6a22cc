// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.edi.X12Samples.Recorded;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class X12ReaderTest {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @Test
    void anOrderBecomesATree() {
        Recorded read = X12Samples.read(X12Samples.order());
        TransactionSet set = read.sets.get(0);
        assertThat(set.accepted()).isTrue();
        assertThat(set.tree().value("BEG/BEG03")).isEqualTo("PO000001");
        assertThat(set.tree().value("ST/ST02")).isEqualTo("0001");
        assertThat(set.tree().children("LoopPO1")).hasSize(2);
        assertThat(set.tree().children("LoopPO1").get(1).value("PO1/PO104")).isEqualTo("7.35");
        assertThat(set.tree().value("LoopCTT/CTT/CTT01")).isEqualTo("2");
        assertThat(set.tree().child("LoopPO1").child("PO1").position()).isEqualTo(8);
        assertThat(read.ends.get(0).faults()).isEmpty();
        assertThat(read.faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~\n", "~\r\n", "\n", "\r\n", "'", "~ \n\n"})
    void segmentsMayEndInManyWays(String terminator) {
        Recorded read = X12Samples.read(X12Samples.order().replace("~", terminator));
        assertThat(read.sets).hasSize(1).allMatch(TransactionSet::accepted);
        assertThat(read.ends.get(0).faults()).isEmpty();
        assertThat(read.faults).isEmpty();
    }

    @Test
    void everyInterchangeOfAFileHasItsOwnDelimiters() {
        String other = X12Samples.order().replace('*', '|').replace('~', '!').replace('>', ':').replace("000000001", "000000002");
        Recorded read = X12Samples.read(X12Samples.order() + "\r\n" + other + "\n" + X12Samples.order());
        assertThat(read.interchanges).extracting(InterchangeHeader::controlNumber).containsExactly("000000001", "000000002",
            "000000001");
        assertThat(read.interchanges).extracting(InterchangeHeader::ordinal).containsExactly(1, 2, 3);
        assertThat(read.sets).hasSize(3).allMatch(TransactionSet::accepted);
        assertThat(read.ends.get(0).sha256()).isEqualTo(read.ends.get(2).sha256()).isNotEqualTo(read.ends.get(1).sha256());
    }

    @Test
    void offsetsCutTheSetOutOfTheFile() {
        String file = X12Samples.order() + "\n" + X12Samples.order();
        Recorded read = X12Samples.read(file);
        TransactionSet second = read.sets.get(1);
        String slice = file.substring((int) second.offset(), (int) second.offset() + second.length());
        assertThat(slice).startsWith("ST*850").endsWith("SE*11*0001~");
        assertThat(read.interchanges.get(1).offset()).isEqualTo(X12Samples.order().length() + 1L);
        SetSlice cut = new SetSlice(read.interchanges.get(1).raw(), read.groups.get(1).raw(),
            slice.getBytes(StandardCharsets.UTF_8));
        assertThat(SetSliceReader.read(cut, X12Samples.grammar("850"))).hasToString(second.tree().toString());
    }

    @Test
    void aSetIsReadAsUtf8WhereItIsAndAsLatin1ElseEvenWithAByteOrderMark() {
        String order = X12Samples.order().replace("N1*ST**92*PHX6", "N1*ST*Zürich €*92*PHX6").replace("€", "");
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            InputStream in = new SequenceInputStream(new ByteArrayInputStream(charset == StandardCharsets.UTF_8 ? MARK
                : new byte[0]),
                new ByteArrayInputStream(order.getBytes(charset)));
            Recorded read = X12Samples.read(in, X12Limits.DEFAULT);
            assertThat(read.sets.get(0).tree().value("LoopN1/N1/N102")).as(charset.name()).startsWith("Zürich");
        }
    }

    @Test
    void repetitionsBecomeSiblingsOnlyWhereTheVersionHasThem() {
        String five = X12Samples.order().replace("*U*00400*", "*^*00501*");
        assertThat(X12Samples.read(five).interchanges.get(0).delimiters().repetition()).isEqualTo('^');
        assertThat(X12Samples.read(five.replace("*^*", "*U*")).interchanges.get(0).delimiters().repetition()).isEqualTo((char) 0);
        assertThat(X12Samples.read(X12Samples.order()).interchanges.get(0).delimiters().repetition()).isEqualTo((char) 0);
    }

    @ParameterizedTest
    @CsvSource({"'',FILE_EMPTY", "'  ',FILE_EMPTY", "PK\u0003\u0004abc,FILE_NOT_EDI", "<html><body>,FILE_NOT_EDI",
        "UNA:+.? ',FILE_NOT_EDI", "UNB+UNOC:3+,FILE_NOT_EDI", "GS*PO*A*B~,FILE_NOT_EDI", "I\u0000S\u0000A\u0000,FILE_ENCODING",
        "\u00FE\u00FF\u0000I,FILE_ENCODING", "ISA*00*,INTERCHANGE_ENDS_EARLY"})
    void whatIsNoX12IsAFaultAndNothingElse(String file, FaultCode code) {
        Recorded read = X12Samples.read(file);
        assertThat(read.faults).extracting(Fault::code).containsExactly(code);
        assertThat(read.interchanges).isEmpty();
    }

    @Test
    void aTrimmedHeaderIsNamedAndTheNextInterchangeIsStillRead() {
        Recorded read = X12Samples.read(X12Samples.order().replace("AMAZON         *", "AMAZON*") + X12Samples.order());
        assertThat(read.faults).hasSize(1);
        assertThat(read.faults.get(0).text()).contains("ISA06").contains("15");
        assertThat(read.sets).hasSize(1).allMatch(TransactionSet::accepted);
    }

    @Test
    void dataBehindTheTrailerIsReportedAndTheGoodInterchangesAreKept() {
        Recorded read = X12Samples.read(X12Samples.order() + "\n-- end --\n" + X12Samples.order() + "\r\n");
        assertThat(read.faults).extracting(Fault::code).containsExactly(FaultCode.FILE_TRAILING_DATA);
        assertThat(read.ends).hasSize(2).allMatch(e -> e.faults().isEmpty());
    }

    @Test
    void aFileMayBeCutAnywhereWithoutAnException() {
        String whole = X12Samples.order();
        for (int length = 1; length < whole.length() - 1; length++) {
            Recorded read = X12Samples.read(whole.substring(0, length));
            int faults = read.faults.size() + read.ends.stream().mapToInt(e -> e.faults().size()).sum();
            assertThat(faults).as("cut at " + length).isPositive();
            assertThat(read.ends).hasSameSizeAs(read.interchanges);
        }
    }

    @Test
    void anyByteMayBeWrongWithoutAnException() throws IOException {
        byte[] right = X12Samples.order().replace("CSH*N", "MEA*PD*WT*1*LB>1").getBytes(StandardCharsets.ISO_8859_1);
        String alphabet = "*~>^ISAGETN109 \n\u0000\u00FF\u00C3";
        Random random = new Random(850);
        for (int i = 0; i < 5000; i++) {
            byte[] wrong = right.clone();
            for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
                wrong[random.nextInt(wrong.length)] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            CheckReport report = X12Samples.checker().check("file", new ByteArrayInputStream(wrong), SetConsumer.none());
            assertThat(report.verdict()).as(new String(wrong, StandardCharsets.ISO_8859_1)).isNotNull();
        }
    }

    @Test
    void onlyTheVeryLastTerminatorIsForgiven() {
        String whole = X12Samples.order();
        Recorded read = X12Samples.read(whole.substring(0, whole.length() - 1));
        assertThat(read.ends.get(0).faults()).isEmpty();
    }

    @Test
    void aMissingTrailerBeforeTheNextHeaderEndsTheInterchange() {
        String order = X12Samples.order();
        Recorded read = X12Samples.read(order.substring(0, order.indexOf("IEA")) + order);
        assertThat(read.ends.get(0).faults()).extracting(Fault::code).containsExactly(FaultCode.INTERCHANGE_ENDS_EARLY);
        assertThat(read.ends.get(1).faults()).isEmpty();
    }

    @Test
    void aSetBeyondTheLimitIsRejectedAndItsNeighboursAreNot() {
        String large = X12Samples.set("850", "0002", Stream.concat(Stream.of(X12Samples.ORDER).limit(6),
            IntStream.range(0, 500).mapToObj(i -> "PO1*" + i + "*1*EA*1")).toArray(String[]::new));
        String file = X12Samples.interchange(X12Samples.set("850", "0001", X12Samples.ORDER), large,
            X12Samples.set("850", "0003", X12Samples.ORDER));
        Recorded read = X12Samples.read(X12Samples.stream(file), new X12Limits(1000, 100, 100_000, 10));
        assertThat(read.sets).extracting(TransactionSet::accepted).containsExactly(true, false, true);
        assertThat(read.sets.get(1).faults()).extracting(Fault::code).containsExactly(FaultCode.SET_NOT_SUPPORTED);
        assertThat(read.sets.get(1).segments()).isEqualTo(508);
    }

    @Test
    void aLostTerminatorDoesNotFillTheMemory() {
        InputStream endless = new SequenceInputStream(Collections.enumeration(List.of(
            X12Samples.stream(X12Samples.ISA + X12Samples.GS + "ST*850*0001~BEG*00*"),
            new ByteArrayInputStream(new byte[3_000_000]),
            X12Samples.stream("~" + X12Samples.order()))));
        Recorded read = X12Samples.read(endless, X12Limits.DEFAULT);
        assertThat(read.ends.get(0).faults()).extracting(Fault::code).containsExactly(FaultCode.INTERCHANGE_STRUCTURE_INVALID);
        assertThat(read.ends).hasSize(2);
    }

    @Test
    void technicalAcknowledgmentsAreHandedOver() {
        Recorded read = X12Samples.read(X12Samples.ISA + "TA1*000000007*260302*0815*A*000~IEA*0*000000001~");
        ReceivedTechnical answer = AcknowledgmentReader.technical(read.technical.get(0));
        assertThat(answer.interchangeControlNumber()).isEqualTo("000000007");
        assertThat(answer.rejected()).isFalse();
        assertThat(read.ends.get(0).faults()).isEmpty();
    }
}
