// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.idoc.IdocField;
import io.acornhub.idoc.IdocLayouts;
import io.acornhub.idoc.IdocWriting;
import io.acornhub.idoc.IdocWriting.LineEnd;
import io.acornhub.idoc.IdocWriting.Width;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes IDocs record by record. SEGNUM counts from 000001 in each IDoc, PSGNUM is the SEGNUM of the segment above
 * (000000 on the top level) and HLEVEL is the layout's level, as SAP fills them.
 */
public final class FlatWriter {
    private final IdocLayouts layouts;
    private final IdocWriting writing;
    private final StringBuilder out = new StringBuilder(64 * 1024);
    private final char[] record;
    private final Map<String, Integer> controlIndex = new HashMap<>();

    public FlatWriter(IdocLayouts layouts, IdocWriting writing) {
        this.layouts = layouts;
        this.writing = writing;
        this.record = new char[width(layouts.data())];
        for (int i = 0; i < layouts.control().size(); i++) {
            controlIndex.put(layouts.control().get(i).name(), i);
        }
    }

    public byte[] write(List<WritableIdoc> idocs) {
        for (WritableIdoc idoc : idocs) {
            write(idoc);
        }
        return encode();
    }

    private void write(WritableIdoc idoc) {
        Arrays.fill(record, ' ');
        fields(layouts.control(), idoc.control(), 0);
        line(width(layouts.control()));
        String client = idoc.control()[controlIndex.get("MANDT")];
        String docnum = idoc.control()[controlIndex.get("DOCNUM")];
        List<WritableIdoc.Segment> segments = idoc.segments();
        for (int i = 0; i < segments.size(); i++) {
            WritableIdoc.Segment segment = segments.get(i);
            Arrays.fill(record, ' ');
            fields(layouts.data(), head(segment, client, docnum, i + 1), 0);
            fields(segment.layout().fields(), segment.values(), layouts.data("SDATA").offset());
            line(record.length);
        }
    }

    private String[] head(WritableIdoc.Segment segment, String client, String docnum, int number) {
        String[] values = new String[layouts.data().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (layouts.data().get(i).name()) {
                case "SEGNAM" -> segment.layout().definition();
                case "MANDT" -> client;
                case "DOCNUM" -> docnum;
                case "SEGNUM" -> digits(number, 6);
                case "PSGNUM" -> digits(segment.parent() + 1, 6);
                case "HLEVEL" -> digits(segment.layout().level(), 2);
                default -> null;
            };
        }
        return values;
    }

    private static String digits(int number, int width) {
        String text = Integer.toString(number);
        return text.length() >= width ? text : "0".repeat(width - text.length()) + text;
    }

    private void fields(List<IdocField> fields, String[] values, int start) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                values[i].getChars(0, values[i].length(), record, start + fields.get(i).offset());
            }
        }
    }

    private void line(int width) {
        int end = width;
        while (writing.width() == Width.TRIMMED && end > 0 && record[end - 1] == ' ') {
            end--;
        }
        out.append(record, 0, end).append(writing.lineEnd() == LineEnd.CRLF ? "\r\n" : "\n");
    }

    /** From an array, since the encoders' quick loop needs one on both sides. */
    private byte[] encode() {
        try {
            ByteBuffer bytes = writing.charset().newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT)
                .onMalformedInput(CodingErrorAction.REPORT).encode(CharBuffer.wrap(out.toString().toCharArray()));
            return Arrays.copyOfRange(bytes.array(), bytes.arrayOffset(), bytes.arrayOffset() + bytes.limit());
        } catch (CharacterCodingException e) {
            throw new MappingFault(unmappable(), e);
        }
    }

    private Fault unmappable() {
        var encoder = writing.charset().newEncoder();
        int[] wrong = out.codePoints().filter(c -> !encoder.canEncode(Character.toString(c))).limit(1).toArray();
        String character = wrong.length == 0 ? "?" : Character.toString(wrong[0]);
        int at = Math.max(0, out.indexOf(character));
        String around = out.substring(Math.max(0, at - 15), Math.min(out.length(), at + 15)).strip();
        return Fault.onPath(FaultCode.OUTGOING_INVALID, null, character, "'" + character + "' in '" + around
            + "' cannot be written in "
            + writing.charset().name() + ": let the file port use UTF-8, or replace the character in the mapping");
    }

    private static int width(List<IdocField> fields) {
        IdocField last = fields.get(fields.size() - 1);
        return last.offset() + last.length();
    }
}
