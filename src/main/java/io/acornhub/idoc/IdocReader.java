// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import io.acornhub.idoc.internal.FlatParser;
import io.acornhub.idoc.internal.FlatSlicer;
import io.acornhub.idoc.internal.Slicer;
import io.acornhub.idoc.internal.XmlParser;
import io.acornhub.idoc.internal.XmlSlicer;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import io.acornhub.interchange.MappingFault;
import io.acornhub.interchange.PartnerFault;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads IDoc files of any size, flat or XML by their content, IDoc by IDoc with the memory of one. Streams are read, not closed.
 * A file that is none, is cut or cannot be decoded ends the reading with a fault; an IDoc with wrong content does not keep
 * the others from being read ({@link IdocHandler#refused}).
 */
public final class IdocReader {
    private static final int LOOK_AHEAD = 4096;

    private final IdocLayouts layouts;
    private final IdocReading reading;

    public IdocReader(IdocLayouts layouts, IdocReading reading) {
        this.layouts = layouts;
        this.reading = reading;
    }

    /** Whether a file that begins like this may be one of IDocs; at least the first 16 bytes that are not blank are needed. */
    public static boolean looksLikeIdoc(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        String bare = (start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start).stripLeading();
        return bare.startsWith("EDI_DC") || bare.startsWith("<") && start.contains("IDOC");
    }

    /** Every IDoc of the file, in order. */
    public void read(InputStream file, IdocHandler handler) throws IOException {
        Slicer slicer = slicer(file, true);
        for (IdocSlice slice = slicer.next(); slice != null; slice = slicer.next()) {
            Idoc idoc;
            try {
                idoc = parse(slice, slicer.bytes());
            } catch (FaultException fault) {
                handler.refused(slice, fault);
                continue;
            }
            handler.idoc(idoc);
        }
    }

    /** Where the IDocs of the file are; nothing is said yet about what is in them. */
    public List<IdocSlice> slices(InputStream file) throws IOException {
        Slicer slicer = slicer(file, false);
        List<IdocSlice> slices = new ArrayList<>();
        for (IdocSlice slice = slicer.next(); slice != null; slice = slicer.next()) {
            slices.add(slice);
        }
        return slices;
    }

    /** One IDoc of the file again; what lies before it is skipped, not read. */
    public Idoc readSlice(InputStream file, IdocSlice slice) throws IOException {
        file.skipNBytes(slice.offset());
        byte[] bytes = file.readNBytes(Math.toIntExact(slice.length()));
        if (bytes.length < slice.length()) {
            throw new EOFException("the file ends before IDoc " + slice.ordinal() + " does: it is not the file of " + slice.text());
        }
        return parse(slice, bytes);
    }

    /** The IDoc with that ordinal, from 1, by going through the file up to it. */
    public Idoc readNth(InputStream file, int ordinal) throws IOException {
        Slicer slicer = slicer(file, true);
        for (IdocSlice slice = slicer.next(); slice != null; slice = slicer.next()) {
            if (slice.ordinal() == ordinal) {
                return parse(slice, slicer.bytes());
            }
        }
        throw new NoSuchElementException("the file has no IDoc " + ordinal);
    }

    private Idoc parse(IdocSlice slice, byte[] bytes) {
        return slice.form() == IdocForm.XML ? XmlParser.parse(layouts, reading, slice, bytes)
            : FlatParser.parse(layouts, reading, slice, bytes);
    }

    private Slicer slicer(InputStream file, boolean keep) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, LOOK_AHEAD);
        in.mark(LOOK_AHEAD);
        byte[] head = in.readNBytes(LOOK_AHEAD);
        in.reset();
        if (head.length == 0) {
            throw new PartnerFault(Fault.of(FaultCode.FILE_EMPTY, "the file is empty"));
        }
        if (startsWith(head, 0xfe, 0xff) || startsWith(head, 0xff, 0xfe) || head.length > 1 && (head[0] == 0 || head[1] == 0)) {
            throw new MappingFault(Fault.of(FaultCode.FILE_ENCODING, "the file is written in UTF-16; let the port write UTF-8"));
        }
        int mark = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
        in.skipNBytes(mark);
        int first = mark;
        while (first < head.length && Character.isWhitespace(head[first])) {
            first++;
        }
        if (first == head.length) {
            throw new PartnerFault(Fault.of(FaultCode.FILE_EMPTY, "the file begins with nothing but blanks"));
        }
        return head[first] == '<' ? new XmlSlicer(in, mark, keep)
            : new FlatSlicer(in, mark, mark > 0 ? StandardCharsets.UTF_8 : reading.charset(), keep);
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
