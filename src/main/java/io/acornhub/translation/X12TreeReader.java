// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.edi.GrammarAnswer;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.GroupResult;
import io.acornhub.edi.InterchangeResult;
import io.acornhub.edi.SetGrammar;
import io.acornhub.edi.TransactionSet;
import io.acornhub.edi.X12Handler;
import io.acornhub.edi.X12Reader;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.interchange.PartnerFault;
import io.acornhub.partner.ErrorTolerance;
import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.SourceDocument;
import io.acornhub.translation.internal.TreeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.SAXException;

/**
 * Smooks reader of X12: one element {@code TransactionSet} a set of the bundle's message, which templates see as {@code set}.
 * Reads whole interchanges and slices (ISA, GS, one set); the envelope is not judged again, a set with
 * faults is not mapped unless the partner's agreement tolerates them.
 */
public final class X12TreeReader extends TreeReader {
    /** The setting of the context that holds the text of an {@link ErrorTolerance}. */
    public static final String TOLERANCE = "acceptWithErrors";

    private final X12Reader reader = new X12Reader();

    public X12TreeReader() {
        super("TransactionSet");
    }

    @Override
    protected void read(byte[] input, Call call) throws IOException, SAXException {
        SetGrammar grammar = (SetGrammar) call.bundle().grammar();
        ErrorTolerance tolerance = ErrorTolerance.of(call.context().settings().get(TOLERANCE));
        Sets sets = new Sets(call);
        reader.read(new ByteArrayInputStream(input), (group, setId) -> setId.equals(grammar.setId())
            ? new GrammarAnswer.Agreed(grammar, tolerance) : new GrammarAnswer.SetNotAgreed(), sets);
        if (sets.failure != null) {
            throw sets.failure;
        }
        if (call.rendered().isEmpty()) {
            throw sets.faults.isEmpty() ? new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING, call.bundle().bundle().id()
                + ": the input holds no transaction set " + grammar.setId())) : new PartnerFault(sets.faults);
        }
    }

    private final class Sets implements X12Handler {
        private final Call call;
        private final List<Fault> faults = new ArrayList<>();
        private SAXException failure;

        Sets(Call call) {
            this.call = call;
        }

        @Override
        public void fault(Fault fault) {
            faults.add(fault);
        }

        @Override
        public void groupEnd(GroupResult result) {
            faults.addAll(result.faults());
        }

        @Override
        public void interchangeEnd(InterchangeResult result) {
            faults.addAll(result.faults());
        }

        @Override
        public void set(GroupHeader group, TransactionSet set) {
            if (failure != null || !set.id().equals(call.bundle().bundle().message())) {
                return;
            }
            ControlData control =
                new ControlData(group.interchange().controlNumber(), group.controlNumber(), set.controlNumber());
            if (!set.accepted() || set.tree() == null) {
                call.refuse(control, new PartnerFault(set.faults()));
                return;
            }
            try {
                found(new SourceDocument("set", set.tree(), control));
            } catch (SAXException e) {
                failure = e;
            }
        }
    }
}
