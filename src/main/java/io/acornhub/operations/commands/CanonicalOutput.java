// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.edi.EnvelopeWriter;
import io.acornhub.edi.OutgoingEnvelope;
import io.acornhub.edi.OutgoingGroup;
import io.acornhub.edi.OutgoingSet;
import io.acornhub.idoc.IdocForm;
import io.acornhub.idoc.IdocWriter;
import io.acornhub.idoc.IdocWriting;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.lifecycle.AcknowledgmentResolver;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Canonical documents in a format that a command was asked for. Control numbers are placeholders. */
final class CanonicalOutput {
    private static final long PLACEHOLDER = 1;
    private final Workbench workbench;
    private final String partnerName;
    private final ObjectMapper json = new ObjectMapper();

    CanonicalOutput(Workbench workbench, String partnerName) {
        this.workbench = workbench;
        this.partnerName = partnerName;
    }

    byte[] write(String document, String format) throws IOException {
        String type = json.readTree(document).path("type").asText();
        return switch (format) {
            case "idoc-flat" -> idoc(document, type, IdocForm.FLAT);
            case "idoc-xml" -> idoc(document, type, IdocForm.XML);
            case "x12" -> x12(document, type);
            case "sp-api" -> api(document, type);
            default -> (document + "\n").getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] idoc(String document, String type, IdocForm form) {
        Reading reading = new Reading(workbench);
        ErpSystem system = reading.sap(s -> s.bundles().containsKey(type));
        String bundle = system == null ? null : system.bundles().get(type);
        if (bundle == null) {
            throw new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING, "No ERP system of config/erp takes a " + type + " as an IDoc."));
        }
        Node tree = workbench.translation().fromCanonical(bundle, document, reading.context(system));
        IdocWriting own = IdocWriting.of(system.settings());
        return new IdocWriter(workbench.catalog().idocLayouts(), new IdocWriting(form, own.charset(), own.lineEnd(), own.width()))
            .write(tree);
    }

    /** An ERP's answer as it would be sent if its order were not known. */
    private String resolved(String document) {
        return new Reading(workbench).record(document) instanceof OrderAcknowledgment answer
            ? CanonicalJson.write(AcknowledgmentResolver.resolve(answer)) : document;
    }

    /** By the first bundle for the type that writes JSON; days are those of the partner that was named, else of the first. */
    private byte[] api(String document, String type) {
        String bundle = workbench.catalog().bundles().stream().filter(b -> b.writesJson() && b.base() == null
            && b.canonical().title().equals(type)).map(Bundle::id).findFirst().orElseThrow(() -> new MappingFault(
                Fault.of(FaultCode.AGREEMENT_MISSING, "No mapping bundle writes a " + type + " for the Selling Partner API.")));
        Partner partner = workbench.configuration().partners().stream()
            .filter(p -> partnerName == null || p.name().equals(partnerName)).findFirst().orElse(null);
        byte[] json = workbench.translation().jsonFromCanonical(bundle, resolved(document), ApiFiles.context(partner));
        return (new String(json, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] x12(String document, String type) {
        Partner partner = workbench.configuration().partners().stream()
            .filter(p -> partnerName == null ? byX12(p, type).isPresent() : p.name().equals(partnerName)).findFirst()
            .orElseThrow(() -> new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING, "No partner has an outbound agreement for "
            + type + " as X12.")));
        Agreement agreement = byX12(partner, type).orElseThrow(() -> new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING,
            "Partner " + partner.name() + " has no outbound agreement for " + type + " as X12.")));
        Node body = workbench.translation().fromCanonical(agreement.bundle(), resolved(document), new Reading(workbench).context(null));
        OutgoingEnvelope envelope = new OutgoingEnvelope(partner.identifiers().own(), partner.identifiers().partner(), partner.usage(),
            agreement.interchangeVersion(), PLACEHOLDER, false, Instant.now(), ZoneOffset.UTC, partner.separators());
        return new EnvelopeWriter().interchange(envelope,
            List.of(new OutgoingGroup(agreement.functionalGroup(), agreement.release(), PLACEHOLDER,
            List.of(new OutgoingSet(workbench.catalog().grammar(agreement.bundle()), null, body)))));
    }

    /** The first agreement for a type whose documents stand in a functional group; those of an API stand in none. */
    private static Optional<Agreement> byX12(Partner partner, String type) {
        return partner.agreements().stream().filter(a -> a.direction() == Direction.OUTBOUND && type.equals(a.canonical())
            && a.functionalGroup() != null).findFirst();
    }
}
