// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    private static CsvFile read(String text) {
        return CsvFile.read(text.getBytes(StandardCharsets.UTF_8), Map.of(), 2);
    }

    private static List<String> faults(String text) {
        MappingFault fault = catchThrowableOfType(MappingFault.class, () -> read(text));
        assertThat(fault.faults()).extracting(Fault::code).containsOnly(FaultCode.CSV_UNREADABLE);
        return fault.faults().stream().map(Fault::text).toList();
    }

    @Test
    void cellsMayHoldDelimitersQuotesAndLineEnds() {
        CsvFile file = read("PO number,Name\r\n4711,\"Lager \"\"Süd\"\",\r\nTor 4\"\r\n4712, x \r\n");

        assertThat(file.columns()).containsExactly("po_number", "name");
        assertThat(file.rows()).extracting(CsvFile.Row::values).containsExactly(Map.of("po_number", "4711", "name",
            "Lager \"Süd\",\r\nTor 4"), Map.of("po_number", "4712", "name", "x"));
        assertThat(file.rows()).extracting(CsvFile.Row::number).containsExactly(2, 3);
    }

    @Test
    void aQuoteInTheMiddleOfACellIsAQuote() {
        assertThat(read("name,n\n12\" pipe,1\n5\" pipe,2\n").rows()).extracting(row -> row.values().get("name"))
            .containsExactly("12\" pipe", "5\" pipe");
    }

    @Test
    void delimiterAndCharsetAreSettings() {
        byte[] bytes = "Größe;Menge\nL;1,5\n".getBytes(Charset.forName("windows-1252"));

        CsvFile file = CsvFile.read(bytes, Map.of("delimiter", ";", "charset", "windows-1252"), 2);

        assertThat(file.rows().get(0).values()).containsEntry("größe", "L").containsEntry("menge", "1,5");
        assertThatThrownBy(() -> CsvFile.read(bytes, Map.of("delimiter", ";"), 2)).hasMessageContaining("are not UTF-8");
        assertThat(CsvFile.read("a\tb\n1\t2\n".getBytes(StandardCharsets.UTF_8), Map.of("delimiter", "tab"), 2).columns())
            .containsExactly("a", "b");
        assertThatThrownBy(() -> CsvFile.read(bytes, Map.of("delimiter", ";;"), 2)).hasMessageContaining("setting delimiter");
        assertThatThrownBy(() -> CsvFile.read(bytes, Map.of("charset", "UTF-16"), 2)).hasMessageContaining("setting charset");
    }

    @Test
    void aByteOrderMarkAndBlankRowsArePassedOverAndRowsKeepTheirNumber() {
        CsvFile file = read("\uFEFF\"a\",b\n\n,\n1,2");

        assertThat(file.columns()).containsExactly("a", "b");
        assertThat(file.rows()).singleElement().satisfies(row -> assertThat(row.number()).isEqualTo(4));
    }

    @Test
    void aPartUnderTheHeaderReadsAsTheRowsOfTheWholeFile() {
        byte[] whole = "\uFEFF\"a\",b\n1,\"x\ny\"\n2,z\n3,w\n".getBytes(StandardCharsets.UTF_8);
        CsvFile file = CsvFile.read(whole, Map.of(), 2);
        CsvFile.Row second = file.rows().get(1);
        byte[] header = CsvFile.header(whole, Map.of());
        byte[] part = Arrays.copyOf(header, header.length + (int) second.length());
        System.arraycopy(whole, (int) second.offset(), part, header.length, (int) second.length());

        assertThat(CsvFile.read(part, Map.of(), second.number()).rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.values()).isEqualTo(second.values());
        });
    }

    @Test
    void everyRowThatIsWrongIsNamed() {
        assertThat(faults("a,b\n1\n1,2\n1,2,3\n")).containsExactly(
            "row 2: the row has 1 cells, the header has 2: is it cut off, or is the delimiter not ','?",
            "row 4: the row has 3 cells, the header has 2: is it cut off, or is the delimiter not ','?");
        assertThat(faults("a,A,\n1,2,3\n")).containsExactly("row 1, column a: the column stands twice",
            "row 1, column : column 3 has no name");
        assertThat(faults("")).containsExactly("row 1: the file is empty; its first row must name the columns");
        assertThat(faults("a,b\n")).containsExactly("row 2: there are no rows below the header");
    }

    @Test
    void anyBytesGiveAVerdict() {
        Random random = new Random(20260318);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = random.nextInt(3) == 0 ? (byte) ",\"\n\r;a".charAt(random.nextInt(6)) : bytes[j];
            }
            try {
                assertThat(CsvFile.read(bytes, Map.of("charset", "ISO-8859-1"), 2).rows()).isNotEmpty();
            } catch (MappingFault fault) {
                assertThat(fault.faults()).isNotEmpty();
            }
        }
    }
}
