// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What a mapping may know besides the document.
 *
 * @param partner name of the partner's file in {@code config/partners}; null where there is none (CLI)
 * @param codeListOwners folders of {@code config/code-lists} whose lists go before the common ones, first match wins
 * @param erp {@code values} of the ERP system, read by templates as {@code erp.<name>}
 * @param settings the ERP system's settings, for readers: charset and the like of IDoc files
 * @param documentKey the hub's own key of the document, written where the target keeps such a key (IDoc ARCKEY)
 * @param documentNumber a number of the outgoing document of at most 16 digits (IDoc DOCNUM); null where none is needed
 * @param source numbers of the envelope the document came in, read as {@code source.interchange} and so on
 * @param created when the outgoing document was made; templates see it in {@code zone}
 * @param agreement {@code settings} of the agreement, read by templates as {@code agreement.<name>}
 */
public record TranslationContext(String partner, List<String> codeListOwners, Map<String, String> erp,
                                 Map<String, String> settings, String documentKey, String documentNumber,
                                 ControlData source, Instant created, ZoneId zone, Map<String, String> agreement) {
    public TranslationContext {
        codeListOwners = List.copyOf(codeListOwners);
        erp = Map.copyOf(erp);
        settings = Map.copyOf(settings);
        source = source == null ? ControlData.NONE : source;
        agreement = Map.copyOf(agreement);
    }

    /** For a mapping that no agreement says anything to. */
    public TranslationContext(String partner, List<String> codeListOwners, Map<String, String> erp, Map<String, String> settings,
                              String documentKey, String documentNumber, ControlData source, Instant created, ZoneId zone) {
        this(partner, codeListOwners, erp, settings, documentKey, documentNumber, source, created, zone, Map.of());
    }

    /** For a document of no known partner and system: common code lists only. */
    public static TranslationContext plain(Instant created) {
        return new TranslationContext(null, List.of(), Map.of(), Map.of(), null, null, ControlData.NONE, created, ZoneOffset.UTC);
    }
}
