// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;

/** The faults of reading IDocs, with the place where a person finds the cause. */
public final class Faults {
    private static final int SHOWN = 40;

    private Faults() {
    }

    static MappingFault unreadable(String text) {
        return new MappingFault(Fault.of(FaultCode.IDOC_UNREADABLE, text));
    }

    static MappingFault encoding(String text) {
        return new MappingFault(Fault.of(FaultCode.FILE_ENCODING, text));
    }

    static MappingFault at(FaultCode code, String segment, int record, String value, String text) {
        return new MappingFault(Fault.at(code, segment, record, value, text));
    }

    /** The beginning of a record without its trailing blanks, for a message. */
    static String shown(String record) {
        String start = record.length() > SHOWN ? record.substring(0, SHOWN) : record;
        return start.stripTrailing();
    }
}
