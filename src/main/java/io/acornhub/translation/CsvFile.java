// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A CSV file with a header row. Rows are numbered as a spreadsheet shows them, the header is row 1; a row whose cells are all
 * empty is passed over. What is wrong is found in all rows at once.
 */
public final class CsvFile {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int MOST_FAULTS = 100;
    private static final CsvMapper MAPPER = new CsvMapper();

    private final byte[] bytes;
    private final Charset charset;
    private final ObjectReader cells;
    private final char delimiter;
    private final List<String> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * A row with content.
     *
     * @param number as a spreadsheet shows it
     * @param offset of its first byte in the file; {@code length} in bytes, line end included
     * @param values by column, blanks around them and empty ones left out
     */
    public record Row(int number, long offset, long length, Map<String, String> values) {
    }

    private CsvFile(byte[] bytes, Map<String, String> settings) {
        this.bytes = bytes;
        this.charset = charset(settings);
        this.delimiter = delimiter(settings);
        this.cells = MAPPER.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(delimiter));
    }

    /**
     * @param settings {@code delimiter} (comma without it; {@code tab}) and {@code charset} (UTF-8) of the ERP system
     * @param firstRow number of the row after the header: 2 for a whole file, more where rows between were cut out
     * @throws MappingFault CSV_UNREADABLE with every row and column that is wrong
     */
    public static CsvFile read(byte[] bytes, Map<String, String> settings, int firstRow) {
        CsvFile file = new CsvFile(bytes, settings);
        file.read(firstRow);
        if (!file.faults.isEmpty()) {
            throw new MappingFault(file.faults);
        }
        return file;
    }

    /** The bytes of the header row, line end included. */
    public static byte[] header(byte[] startOfFile, Map<String, String> settings) {
        byte[] header = new byte[end(startOfFile, startsWithMark(startOfFile) ? BYTE_ORDER_MARK.length : 0, delimiter(settings))];
        System.arraycopy(startOfFile, 0, header, 0, header.length);
        return header;
    }

    /** Column names: small letters, and an underscore for everything that is no letter or digit. */
    public List<String> columns() {
        return List.copyOf(columns);
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    private void read(int firstRow) {
        int number = 1;
        int at = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        while (at < bytes.length && faults.size() < MOST_FAULTS) {
            int end = end(bytes, at, delimiter);
            String[] values = cells(number, at, end);
            if (number == 1) {
                header(values);
                number = firstRow;
            } else {
                row(number, at, end, values);
                number++;
            }
            at = end;
        }
        if (columns.isEmpty() && faults.isEmpty()) {
            fault(1, null, null, "the file is empty; its first row must name the columns");
        } else if (rows.isEmpty() && faults.isEmpty()) {
            fault(firstRow, null, null, "there are no rows below the header");
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length && bytes[0] == BYTE_ORDER_MARK[0] && bytes[1] == BYTE_ORDER_MARK[1]
            && bytes[2] == BYTE_ORDER_MARK[2];
    }

    private void header(String[] names) {
        for (String name : names) {
            String column = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
            if (column.isEmpty() || columns.contains(column)) {
                fault(1, column, name, column.isEmpty() ? "column " + (columns.size() + 1) + " has no name" : "the column stands twice");
            }
            columns.add(column);
        }
    }

    private void row(int number, int at, int end, String[] cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.length && i < columns.size(); i++) {
            if (!cells[i].isBlank()) {
                values.put(columns.get(i), cells[i].strip());
            }
        }
        boolean blank = String.join("", cells).isBlank();
        if (!blank && cells.length != columns.size()) {
            fault(number, null, null, "the row has " + cells.length + " cells, the header has " + columns.size()
                + ": is it cut off, or is the delimiter not '" + delimiter + "'?");
        } else if (!blank) {
            rows.add(new Row(number, at, end - at, values));
        }
    }

    private String[] cells(int number, int at, int end) {
        try {
            String line = charset.newDecoder().decode(ByteBuffer.wrap(bytes, at, end - at)).toString();
            if (line.isBlank()) {
                return new String[0];
            }
            return cells.readValue(line);
        } catch (CharacterCodingException e) {
            fault(number, null, null, "the bytes are not " + charset.name() + "; say the file's charset in the settings of the system");
        } catch (IOException e) {
            fault(number, null, null, "the row is not CSV: " + e.getMessage().lines().findFirst().orElse(""));
        }
        return new String[0];
    }

    private void fault(int row, String column, String value, String text) {
        String place = "row " + row + (column == null ? "" : ", column " + column);
        faults.add(Fault.onPath(FaultCode.CSV_UNREADABLE, place, value, place + ": " + text));
    }

    /** Behind the line end of the record that begins at {@code from}; a quote opens only at the begin of a cell. */
    private static int end(byte[] bytes, int from, char delimiter) {
        boolean quoted = false;
        boolean cellBegins = true;
        for (int i = from; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '"' && (quoted || cellBegins)) {
                quoted = !quoted;
                // a doubled quote inside closes and opens again
                cellBegins = !quoted;
                continue;
            }
            if (!quoted && (b == '\n' || b == '\r')) {
                return b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n' ? i + 2 : i + 1;
            }
            cellBegins = !quoted && b == delimiter;
        }
        return bytes.length;
    }

    private static Charset charset(Map<String, String> settings) {
        String name = settings.getOrDefault("charset", "").strip();
        try {
            Charset charset = name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
            if ("\n".getBytes(charset).length == 1) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("setting charset: there is no '" + name + "'; write UTF-8, windows-1252, GB18030 ...", e);
        }
        throw new IllegalArgumentException("setting charset: " + name + " has no characters of one byte; write UTF-8, windows-1252 ...");
    }

    private static char delimiter(Map<String, String> settings) {
        String set = settings.getOrDefault("delimiter", ",");
        if (set.equals("tab") || set.equals("\\t")) {
            return '\t';
        }
        if (set.length() != 1 || set.charAt(0) > 127 || set.charAt(0) == '"') {
            throw new IllegalArgumentException("setting delimiter: '" + set + "' must be one character such as , ; | or the word tab");
        }
        return set.charAt(0);
    }
}
