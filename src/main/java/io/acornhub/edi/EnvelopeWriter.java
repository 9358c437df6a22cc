// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.edi.internal.InterchangeWriting;
import io.acornhub.infoset.Node;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes interchanges; counts and trailers come from what is written. Safe for use by many threads. */
public final class EnvelopeWriter {
    private final Charset charset;

    /** Writes UTF-8, as the reader prefers. */
    public EnvelopeWriter() {
        this(StandardCharsets.UTF_8);
    }

    public EnvelopeWriter(Charset charset) {
        this.charset = charset;
    }

    /**
     * The whole interchange, ISA to IEA.
     *
     * @throws io.acornhub.interchange.MappingFault OUTGOING_INVALID, with path and value, where data holds a delimiter or a
     *         control character, cannot be encoded, or has no place in the grammar
     */
    public byte[] interchange(OutgoingEnvelope envelope, List<OutgoingGroup> groups) {
        return new InterchangeWriting(envelope, charset).interchange(groups);
    }

    /** An interchange that holds only a TA1. */
    public byte[] technical(OutgoingEnvelope envelope, Node ta1) {
        return new InterchangeWriting(envelope, charset).technical(ta1);
    }
}
