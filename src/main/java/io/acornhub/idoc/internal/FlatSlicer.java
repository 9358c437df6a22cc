// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.idoc.IdocForm;
import io.acornhub.idoc.IdocSlice;
import io.acornhub.interchange.FaultCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds the IDocs of a flat file: each begins with a control record EDI_DC40 and ends before the next. */
public final class FlatSlicer implements Slicer {
    private static final byte[] CONTROL = "EDI_DC40".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANY_CONTROL = "EDI_DC".getBytes(StandardCharsets.US_ASCII);
    private static final int CONTROL_LENGTH = 524;
    private static final int DATA_LENGTH = 1063;

    private final LineScanner lines;
    private final Charset charset;
    private final ByteArrayOutputStream kept;
    private int ordinal;
    private boolean waiting;
    private int fullRecords;
    private boolean allFull = true;

    /**
     * @param in the file, behind a byte order mark if it has one
     * @param base bytes of that mark
     * @param keep whether the bytes are wanted
     */
    public FlatSlicer(InputStream in, long base, Charset charset, boolean keep) {
        this.lines = new LineScanner(in, base);
        this.charset = charset;
        this.kept = keep ? new ByteArrayOutputStream(64 * 1024) : null;
    }

    @Override
    public IdocSlice next() throws IOException {
        if (!waiting && !firstRecord()) {
            return null;
        }
        long offset = lines.offset();
        int record = lines.number();
        long end;
        if (kept != null) {
            kept.reset();
        }
        waiting = false;
        do {
            keep();
            end = lines.end();
            if (!lines.next()) {
                return slice(record, offset, end);
            }
            refuseOldOrCut();
            waiting = lines.startsWith(CONTROL);
        } while (!waiting);
        return slice(record, offset, lines.offset());
    }

    private IdocSlice slice(int record, long offset, long end) {
        return new IdocSlice(IdocForm.FLAT, ++ordinal, record, offset, end - offset, charset);
    }

    private boolean firstRecord() throws IOException {
        do {
            if (!lines.next()) {
                return false;
            }
        } while (lines.blank());
        refuseOldOrCut();
        if (!lines.startsWith(CONTROL)) {
            String start = new String(lines.line(), 0, lines.length(), StandardCharsets.ISO_8859_1);
            throw Faults.at(FaultCode.IDOC_CONTROL_RECORD_MISSING, null, lines.number(), Faults.shown(start), "the first record is '"
                + Faults.shown(start) + "': an IDoc file begins with a control record EDI_DC40");
        }
        return true;
    }

    private void keep() {
        if (kept != null) {
            kept.write(lines.line(), 0, lines.length());
            kept.write('\n');
        }
    }

    private void refuseOldOrCut() {
        boolean control = lines.startsWith(CONTROL);
        if (!control && lines.startsWith(ANY_CONTROL)) {
            String name = new String(lines.line(), 0, Math.min(10, lines.length()), StandardCharsets.US_ASCII).strip();
            throw Faults.at(FaultCode.IDOC_RECORD_TYPE_OLD, name, lines.number(), name, "record type " + name + " is of SAP release"
                + " 3.x and laid out otherwise; let the port (WE21) write IDoc record types of version 3 (EDI_DC40)");
        }
        boolean full = lines.length() >= (control ? CONTROL_LENGTH : DATA_LENGTH);
        if (!full && !lines.terminated() && allFull && fullRecords > 1 && !lines.blank()) {
            throw Faults.unreadable("the file is cut: record " + lines.number() + " ends after " + lines.length()
                + " bytes without a line end, all records before it are full");
        }
        allFull &= full;
        fullRecords++;
    }

    @Override
    public byte[] bytes() {
        return kept == null ? new byte[0] : kept.toByteArray();
    }
}
