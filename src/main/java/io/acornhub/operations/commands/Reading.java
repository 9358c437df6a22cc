// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.DocumentType;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.TransactionSet;
import io.acornhub.idoc.Idoc;
import io.acornhub.idoc.IdocHandler;
import io.acornhub.idoc.IdocReader;
import io.acornhub.idoc.IdocReading;
import io.acornhub.idoc.IdocSlice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleDirection;
import io.acornhub.translation.CanonicalJson;
import io.acornhub.translation.CanonicalSchemas;
import io.acornhub.translation.ControlData;
import io.acornhub.translation.DirectTranslation;
import io.acornhub.translation.Translated;
import io.acornhub.translation.TranslationContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files to canonical documents, for the commands. */
final class Reading {
    private final Workbench workbench;
    private DirectTranslation direct;
    private CanonicalSchemas schemas;

    Reading(Workbench workbench) {
        this.workbench = workbench;
    }

    /** The document in a set that has been read. */
    CanonicalDocument document(String bundle, Partner partner, GroupHeader group, TransactionSet set) {
        if (direct == null) {
            direct = new DirectTranslation(workbench.catalog(), workbench.configuration().codeLists());
        }
        ControlData control = new ControlData(group.interchange().controlNumber(), group.controlNumber(), set.controlNumber());
        TranslationContext context = new TranslationContext(partner.name(), owners(partner.codeLists()), Map.of(), Map.of(), null, null,
            control, Instant.now(), partner.zone());
        return record(direct.toCanonical(bundle, set.tree(), control, context).json());
    }

    /** The bundle that reads what an agreement is about: its own, or for what leaves from here the one that works the other way. */
    Optional<String> bundle(Agreement agreement, String release) {
        return workbench.catalog().find(agreement.bundle()).filter(b -> b.direction() == BundleDirection.TO_CANONICAL)
            .or(() -> workbench.reading("x12", release, agreement.document())).map(Bundle::id);
    }

    /** The canonical documents of a text, one a line or one over all of it; what is none goes to {@code faults}. */
    List<CanonicalDocument> canonical(String text, List<Fault> faults) {
        List<CanonicalDocument> documents = new ArrayList<>();
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        boolean each = lines.stream().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        for (String one : each ? lines : List.of(text)) {
            try {
                JsonNode tree = CanonicalJson.tree(one);
                DocumentType type = DocumentType.ofTitle(tree.path("type").asText());
                List<Fault> found = schemas().check(type, tree);
                faults.addAll(found);
                if (found.isEmpty()) {
                    documents.add(CanonicalJson.read(one, type.record()));
                }
            } catch (JsonProcessingException e) {
                faults.add(Fault.of(FaultCode.CANONICAL_INVALID, "This is no JSON: " + e.getOriginalMessage()));
            } catch (IllegalArgumentException noSuchType) {
                faults.add(Fault.onPath(FaultCode.CANONICAL_INVALID, "type", null,
                    "This JSON is no canonical document: its type must be one "
                    + "of edi-mappings/canonical, such as ShipmentNotice."));
            }
        }
        return documents;
    }

    private CanonicalSchemas schemas() {
        if (schemas == null) {
            schemas = new CanonicalSchemas(workbench.schemaFolder());
        }
        return schemas;
    }

    /** What reads CSV files of a warehouse, as the first system of config/erp that has such a mapping says. */
    Optional<String> csvBundle() {
        return csvSystem().map(s -> s.bundles().get("CSV"));
    }

    private Optional<ErpSystem> csvSystem() {
        return workbench.configuration().erpSystems().stream().filter(s -> s.bundles().get("CSV") != null).findFirst();
    }

    /** The documents in a CSV file; what cannot be read goes to {@code faults}. */
    List<CanonicalDocument> csv(byte[] file, List<Fault> faults) {
        try {
            return records(workbench.translation().eachToCanonical(csvBundle().orElseThrow(), file, context(csvSystem().orElseThrow())),
                faults);
        } catch (FaultException fault) {
            faults.addAll(fault.faults());
            return List.of();
        }
    }

    private List<CanonicalDocument> records(List<Translated> translated, List<Fault> faults) {
        List<CanonicalDocument> documents = new ArrayList<>();
        for (Translated each : translated) {
            if (each.fault() != null) {
                faults.addAll(each.fault().faults());
            } else {
                documents.add(record(each.text().json()));
            }
        }
        return documents;
    }

    /** The documents in an IDoc file; what cannot be read goes to {@code faults}. */
    List<CanonicalDocument> documents(byte[] file, List<Fault> faults) {
        return records(idocs(file, faults), faults);
    }

    /** Every IDoc of a file through the bundle for its message type. */
    List<Translated> idocs(byte[] file, List<Fault> faults) {
        ErpSystem system = sap(s -> true);
        List<Translated> all = new ArrayList<>();
        IdocReader reader = new IdocReader(workbench.catalog().idocLayouts(), IdocReading.of(settings(system)));
        try {
            reader.read(new ByteArrayInputStream(file), new IdocHandler() {
                @Override
                public void idoc(Idoc idoc) {
                    faults.addAll(idoc.warnings());
                    all.addAll(translated(idoc, file, faults));
                }

                @Override
                public void refused(IdocSlice slice, FaultException fault) {
                    faults.addAll(fault.faults());
                }
            });
        } catch (FaultException fault) {
            faults.addAll(fault.faults());
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
        return all;
    }

    private List<Translated> translated(Idoc idoc, byte[] file, List<Fault> faults) {
        String message = idoc.control("MESTYP");
        String type = idoc.control("IDOCTYP");
        ErpSystem system = sap(s -> s.bundleFor(message, type).isPresent());
        Optional<String> bundle = Optional.ofNullable(system).flatMap(s -> s.bundleFor(message, type))
            .or(() -> workbench.reading("idoc", type, message).map(Bundle::id))
            .or(() -> workbench.reading("idoc", null, message).map(Bundle::id));
        if (bundle.isEmpty()) {
            faults.add(Fault.at(FaultCode.AGREEMENT_MISSING, "EDI_DC40", 1, message, "No bundle reads message type " + message
                + "; its structure (" + type + ") was checked."));
            return List.of();
        }
        byte[] own = new byte[Math.toIntExact(idoc.slice().length())];
        System.arraycopy(file, Math.toIntExact(idoc.slice().offset()), own, 0, own.length);
        return workbench.translation().eachToCanonical(bundle.get(), own, context(system));
    }

    TranslationContext context(ErpSystem system) {
        return new TranslationContext(null, owners(system == null ? null : system.codeLists()), system == null ? Map.of() : system.values(),
            settings(system), "CHECK", "1", ControlData.NONE, Instant.now(), ZoneOffset.UTC);
    }

    /** The ERP system whose IDoc settings and values are used: one that fits, else the first; null where config has none. */
    ErpSystem sap(Predicate<ErpSystem> fits) {
        List<ErpSystem> systems = workbench.configuration().erpSystems().stream().filter(s -> s.adapter().startsWith("idoc")).toList();
        return systems.stream().filter(fits).findFirst().orElse(systems.isEmpty() ? null : systems.get(0));
    }

    CanonicalDocument record(String text) {
        try {
            return CanonicalJson.read(text, DocumentType.ofTitle(CanonicalJson.tree(text).path("type").asText()).record());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("canonical document cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, String> settings(ErpSystem system) {
        return system == null ? Map.of() : system.settings();
    }

    private static List<String> owners(String codeLists) {
        return Stream.ofNullable(codeLists).filter(o -> !o.isBlank()).toList();
    }
}
