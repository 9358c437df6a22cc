// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.idoc.Idoc;
import io.acornhub.idoc.IdocHandler;
import io.acornhub.idoc.IdocLayouts;
import io.acornhub.idoc.IdocReader;
import io.acornhub.idoc.IdocReading;
import io.acornhub.idoc.IdocSlice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import io.acornhub.interchange.MappingFault;
import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.SourceDocument;
import io.acornhub.translation.internal.TreeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.xml.sax.SAXException;

/** Smooks reader of IDoc files, flat or XML, one or many: one element {@code IDOC} each, which templates see as {@code idoc}. */
public final class IdocTreeReader extends TreeReader {
    public IdocTreeReader() {
        super("IDOC");
    }

    @Override
    protected void read(byte[] input, Call call) throws IOException, SAXException {
        IdocReader reader =
            new IdocReader((IdocLayouts) call.bundle().grammar(), IdocReading.of(call.context().settings()));
        Idocs idocs = new Idocs(call);
        reader.read(new ByteArrayInputStream(input), idocs);
        if (idocs.failure != null) {
            throw idocs.failure;
        }
        if (call.rendered().isEmpty()) {
            throw new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING, call.bundle().bundle().id()
                + ": the input holds no IDoc of message type " + call.bundle().bundle().message()));
        }
    }

    private final class Idocs implements IdocHandler {
        private final Call call;
        private SAXException failure;

        Idocs(Call call) {
            this.call = call;
        }

        @Override
        public void idoc(Idoc idoc) {
            if (failure != null || !call.bundle().bundle().message().equals(idoc.control("MESTYP"))) {
                return;
            }
            ControlData control = new ControlData(idoc.control("REFINT"), idoc.control("REFGRP"), idoc.control("DOCNUM"));
            try {
                found(new SourceDocument("idoc", idoc.tree(), control));
            } catch (SAXException e) {
                failure = e;
            }
        }

        @Override
        public void refused(IdocSlice slice, FaultException fault) {
            call.refuse(ControlData.NONE, fault);
        }
    }
}
