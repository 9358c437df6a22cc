// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.edi.GrammarAnswer;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.GroupResult;
import io.acornhub.edi.InterchangeHeader;
import io.acornhub.edi.InterchangeResult;
import io.acornhub.edi.TransactionSet;
import io.acornhub.edi.X12Handler;
import io.acornhub.edi.X12Reader;
import io.acornhub.idoc.IdocReader;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import io.acornhub.interchange.FaultFamily;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.ControlData;
import io.acornhub.translation.DirectTranslation;
import io.acornhub.translation.TranslationContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Any file that holds documents, as canonical JSON texts. Needs no partner: a set is read by its release and id. */
final class CanonicalInput {
    private final Workbench workbench;
    private final String partnerName;

    CanonicalInput(Workbench workbench, String partnerName) {
        this.workbench = workbench;
        this.partnerName = partnerName;
    }

    /** @param faults gets everything that keeps a document from being translated */
    List<String> read(byte[] file, List<Fault> faults) throws IOException {
        byte[] head = new byte[Math.min(4096, file.length)];
        System.arraycopy(file, 0, head, 0, head.length);
        if (IdocReader.looksLikeIdoc(head)) {
            List<String> texts = new ArrayList<>();
            new Reading(workbench).idocs(file, faults).forEach(each -> {
                if (each.fault() == null) {
                    texts.add(each.text().json());
                } else {
                    faults.addAll(each.fault().faults());
                }
            });
            return texts;
        }
        String text = new String(file, StandardCharsets.UTF_8).strip();
        if (ApiFiles.looksLikeJson(text)) {
            Optional<List<ApiFiles.Found>> found = new ApiFiles(workbench, partnerName).read(text);
            if (found.isPresent()) {
                found.get().forEach(each -> faults.addAll(each.faults()));
                return found.get().stream().map(ApiFiles.Found::canonical).filter(Objects::nonNull).toList();
            }
            return text.lines().filter(line -> !line.isBlank()).toList();
        }
        Sets sets = new Sets(faults);
        new X12Reader().read(new ByteArrayInputStream(file), sets::grammar, sets);
        return sets.texts;
    }

    private final class Sets implements X12Handler {
        private final List<Fault> faults;
        private final List<String> texts = new ArrayList<>();
        private final DirectTranslation translation = new DirectTranslation(workbench.catalog(), workbench.configuration().codeLists());
        private Optional<Partner> partner = Optional.empty();

        Sets(List<Fault> faults) {
            this.faults = faults;
        }

        @Override
        public void interchange(InterchangeHeader h) {
            partner = partnerName != null ? workbench.configuration().partner(partnerName)
                : workbench.configuration().partnerOf(h.senderQualifier(), h.senderId(), h.receiverQualifier(), h.receiverId());
        }

        GrammarAnswer grammar(GroupHeader group, String setId) {
            return workbench.grammarOf(group.release(), setId).<GrammarAnswer>map(GrammarAnswer.Agreed::new)
                .orElseGet(GrammarAnswer.SetNotAgreed::new);
        }

        @Override
        public void set(GroupHeader group, TransactionSet set) {
            faults.addAll(set.faults());
            if (!set.accepted() || set.tree() == null) {
                return;
            }
            Optional<String> bundle = partner.flatMap(p -> p.agreement(Direction.INBOUND, set.id(), group.release()))
                .filter(a -> a.canonical() != null).map(Agreement::bundle)
                .or(() -> workbench.reading("x12", group.release(), set.id()).map(Bundle::id));
            if (bundle.isEmpty()) {
                faults.add(Fault.at(FaultCode.AGREEMENT_MISSING, "ST", 1, set.id(), "No bundle turns a " + set.id() + " of "
                    + group.release() + " into a canonical document."));
                return;
            }
            ControlData control = new ControlData(group.interchange().controlNumber(), group.controlNumber(), set.controlNumber());
            List<String> owners = partner.stream().map(Partner::codeLists).flatMap(Stream::ofNullable).toList();
            TranslationContext context = new TranslationContext(partner.map(Partner::name).orElse(null), owners, Map.of(),
                Map.of(), null, null,
                control, Instant.now(), ZoneOffset.UTC);
            try {
                texts.add(translation.toCanonical(bundle.get(), set.tree(), control, context).json());
            } catch (FaultException fault) {
                faults.addAll(fault.faults());
            }
        }

        @Override
        public void groupEnd(GroupResult result) {
            faults.addAll(result.faults());
        }

        @Override
        public void interchangeEnd(InterchangeResult result) {
            result.faults().stream().filter(f -> f.code().family() == FaultFamily.PARTNER).forEach(faults::add);
        }

        @Override
        public void fault(Fault fault) {
            faults.add(fault);
        }
    }
}
