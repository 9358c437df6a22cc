// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.idoc.IdocWriter;
import io.acornhub.idoc.IdocWriting;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.Interchange;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.translation.BundleCatalog;
import io.acornhub.translation.CanonicalText;
import io.acornhub.translation.ControlData;
import io.acornhub.translation.Translation;
import io.acornhub.translation.TranslationContext;
import io.acornhub.translation.X12TreeReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Calls mapping bundles with the context of a document: code lists of its partner and ERP system, values, keys. */
@Component
public class Mapper {
    private final Translation translation;
    private final BundleCatalog catalog;

    public Mapper(Translation translation, BundleCatalog catalog) {
        this.translation = translation;
        this.catalog = catalog;
    }

    CanonicalText toCanonical(Agreement agreement, byte[] slice, Partner partner, Document document, Interchange interchange) {
        ControlData control = new ControlData(interchange.controlNumber(), document.groupControl(), document.setControl());
        return translation.toCanonical(agreement.bundle(), slice, context(partner, null, document.id(), null, control,
            document.createdAt(), agreement.settings())).get(0);
    }

    /** Of an IDoc, or of the rows of a CSV file, whose group control is the number of their first row. */
    CanonicalText fromErp(String bundle, byte[] source, ErpSystem system, Document document) {
        ControlData rows = new ControlData(null, document.groupControl(), null);
        return translation.toCanonical(bundle, source, context(null, system, document.id(), null, rows, document.createdAt(),
            Map.of())).get(0);
    }

    /** The bytes for an ERP system; ARCKEY is set:interchange:group:set control numbers and ends with the document's id. */
    byte[] toErp(String bundle, String canonical, ErpSystem system, Partner partner, Document document, Interchange interchange) {
        ControlData control = new ControlData(interchange.controlNumber(), document.groupControl(), document.setControl());
        String key = interchange.side() == Interchange.Side.ERP ? String.join(":", document.message(), system.name(), document.id())
            : Stream.of(document.message(), partner.name(), interchange.controlNumber(), document.groupControl(), document.setControl(),
                document.id()).filter(Objects::nonNull).collect(Collectors.joining(":"));
        Node tree = translation.fromCanonical(bundle, canonical, context(partner, system, key, number(document), control,
            document.createdAt(), Map.of()));
        return new IdocWriter(catalog.idocLayouts(), IdocWriting.of(writing(system))).write(tree);
    }

    /** SAP's HTTP doors take XML only. */
    private static Map<String, String> writing(ErpSystem system) {
        if (!"idoc-http".equals(system.adapter())) {
            return system.settings();
        }
        Map<String, String> asXml = new HashMap<>(system.settings());
        asXml.put("format", "xml");
        return asXml;
    }

    /** SAP gives an IDoc its own number; ours, 16 digits from time and ordinal, only ties its records together. */
    static String number(Document document) {
        return Long.toString(document.createdAt().toEpochMilli() * 1000 + document.ordinal() % 1000);
    }

    /** The body of an outgoing transaction set. */
    Node toX12(Agreement agreement, String canonical, Partner partner, Document document) {
        return translation.fromCanonical(agreement.bundle(), canonical, context(partner, null, document.id(), null, null,
            document.createdAt(), agreement.settings()));
    }

    /** The body of a request, checked by the bundle's own schema. */
    public byte[] toJson(Agreement agreement, String canonical, Partner partner, Document document) {
        return translation.jsonFromCanonical(agreement.bundle(), canonical, context(partner, null, document.id(), null, null,
            document.createdAt(), agreement.settings()));
    }

    /** What the reader of a partner's sets must know. */
    private static Map<String, String> reading(Partner partner) {
        return partner == null ? Map.of() : Map.of(X12TreeReader.TOLERANCE, partner.acknowledgment().acceptWithErrors().text());
    }

    private static TranslationContext context(Partner partner, ErpSystem system, String key, String number,
                                              ControlData source, Instant created, Map<String, String> agreement) {
        List<String> owners = Stream.of(partner == null ? null : partner.codeLists(), system == null ? null : system.codeLists())
            .filter(o -> o != null && !o.isBlank()).toList();
        ZoneId zone = partner == null ? ZoneOffset.UTC : partner.zone();
        return new TranslationContext(partner == null ? null : partner.name(), owners, system == null ? Map.of() : system.values(),
            system == null ? reading(partner) : system.settings(), key, number, source == null ? ControlData.NONE : source, created, zone,
            agreement);
    }
}
