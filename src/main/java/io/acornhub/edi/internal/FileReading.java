// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.GrammarSource;
import io.acornhub.edi.InterchangeHeader;
import io.acornhub.edi.X12Handler;
import io.acornhub.edi.X12Limits;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.io.InputStream;

/** One pass over a file: interchange after interchange, and what stands between them. */
public final class FileReading {
    private final SegmentBuffer buffer;
    private final X12Limits limits;
    private final GrammarSource grammars;
    private final X12Handler handler;

    public FileReading(InputStream in, X12Limits limits, GrammarSource grammars, X12Handler handler) {
        this.buffer = new SegmentBuffer(in, limits.segmentBytes());
        this.limits = limits;
        this.grammars = grammars;
        this.handler = handler;
    }

    public void run() throws IOException {
        Fault start = FileStart.inspect(buffer);
        if (start != null) {
            handler.fault(start);
            return;
        }
        int ordinal = 0;
        do {
            Fault defect = Isa.defect(buffer);
            if (defect == null) {
                InterchangeHeader header = Isa.read(buffer, ++ordinal);
                boolean complete = new InterchangeReading(buffer, header, limits, grammars, handler).run();
                if (!next(complete)) {
                    return;
                }
            } else {
                handler.fault(defect);
                buffer.skip(1);
                if (!search()) {
                    return;
                }
            }
        } while (true);
    }

    /** Goes to the next ISA; what stands before it is a fault, unless the interchange before it was broken off. */
    private boolean next(boolean complete) throws IOException {
        if (!buffer.skipBlank('\n')) {
            return false;
        }
        buffer.need(Isa.LENGTH);
        if (FileStart.starts(buffer, 'I', 'S', 'A')) {
            return true;
        }
        // 0x1A ends files of old systems
        if (complete && !(buffer.peek(0) == 0x1A && buffer.available() == 1)) {
            handler.fault(Fault.at(FaultCode.FILE_TRAILING_DATA, null, null, FileStart.first(buffer),
                "there is data after IEA at byte " + buffer.offset(buffer.position())
                + " that belongs to no interchange; it is ignored"));
        }
        return search();
    }

    private boolean search() throws IOException {
        while (buffer.need(1)) {
            if (buffer.peek(0) == 'I' && Isa.isAt(buffer)) {
                return true;
            }
            buffer.skip(1);
        }
        return false;
    }
}
