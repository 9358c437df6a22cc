// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.DocumentType;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.ErpSystem;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleCatalog;
import io.acornhub.translation.CanonicalJson;
import io.acornhub.translation.CsvFile;
import io.acornhub.translation.CsvTreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Splits a file of a system with adapter {@code file} into documents: each object of a JSON file is a canonical document already,
 * the rows of a CSV file that belong together become one by the system's bundle. The same document again is recorded as a repeat
 * and goes no further; the same number with other content is held unless it says that it replaces. In the caller's transaction.
 */
@Component
public class FileIntake {
    /** What such a document is called until it is translated. */
    static final String CSV = "CSV";
    private static final int LARGEST = 64 << 20;
    /** What a system may send, by the word that interface tables have for it. */
    private static final Map<DocumentType, String> MESSAGES = Map.of(DocumentType.ORDER_ACKNOWLEDGMENT, "ORDER_ACK",
        DocumentType.SHIPMENT_NOTICE, "SHIPMENT", DocumentType.INVOICE, "INVOICE", DocumentType.INVENTORY_ADVICE, "STOCK",
        DocumentType.ROUTING_REQUEST, "ROUTING", DocumentType.BUSINESS_REPORT, "REPORT", DocumentType.PROCESSING_STATUS, "STATUS");
    /** Documents that may come often under one number: only the same content again is a repeat. */
    private static final Set<DocumentType> MANY = Set.of(DocumentType.ORDER_ACKNOWLEDGMENT, DocumentType.BUSINESS_REPORT,
        DocumentType.PROCESSING_STATUS);
    private static final Set<String> CORRECTIONS = Set.of("REPLACE", "CANCEL");

    private final TakenFile.Tools tools;
    private final Archive archive;
    private final BundleCatalog catalog;

    FileIntake(TakenFile.Tools tools, Archive archive, BundleCatalog catalog) {
        this.tools = tools;
        this.archive = archive;
        this.catalog = catalog;
    }

    void take(Interchange file) {
        ErpSystem system = tools.stage().configuration().erpSystem(file.counterpart()).orElseThrow();
        TakenFile taken = new TakenFile(tools, file, system);
        try {
            byte[] bytes = bytes(file);
            if (JsonDocuments.isJson(bytes, file.fileName())) {
                json(taken, bytes);
            } else {
                csv(taken, system, bytes);
            }
        } catch (FaultException fault) {
            taken.failed(fault.faults());
        }
        taken.finish();
    }

    private byte[] bytes(Interchange file) {
        if (file.sizeBytes() > LARGEST) {
            throw new MappingFault(Fault.of(FaultCode.FILE_TOO_LARGE, "The file has " + file.sizeBytes() + " bytes; a JSON or CSV file"
                + " may have " + LARGEST + ". Send it in parts."));
        }
        try (InputStream in = archive.open(file.sha256())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void json(TakenFile taken, byte[] bytes) {
        for (JsonDocuments.Slice slice : JsonDocuments.slices(bytes)) {
            TakenFile.Part part = new TakenFile.Part(slice.offset(), slice.length(), null);
            try {
                CanonicalDocument content = JsonDocuments.document(slice, bytes, catalog.schemas(), MESSAGES.keySet());
                String json = CanonicalJson.write(content);
                DocumentType type = DocumentType.ofTitle(content.type());
                taken.document(part, MESSAGES.get(type), content.documentNumber(), content, json,
                    once(type, JsonDocuments.purpose(json)), TakenFile.sha256(json));
            } catch (FaultException fault) {
                taken.refused(part, "JSON", fault.faults());
            }
        }
    }

    private void csv(TakenFile taken, ErpSystem system, byte[] bytes) {
        String id = system.bundles().get(CSV);
        if (id == null) {
            throw new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING, "config/erp/" + system.name() + ".yaml names no bundle for "
                + CSV + " files. Add one under 'bundles', restart and send the file again."));
        }
        Bundle bundle = catalog.bundle(id);
        CsvFile file = CsvFile.read(bytes, system.settings(), 2);
        Map<String, List<CsvFile.Row>> groups = CsvTreeReader.groups(file, bundle);
        Set<String> torn = torn(file, bundle);
        groups.forEach((number, rows) -> {
            CsvFile.Row first = rows.get(0);
            CsvFile.Row last = rows.get(rows.size() - 1);
            TakenFile.Part part = new TakenFile.Part(first.offset(), last.offset() + last.length() - first.offset(),
                Integer.toString(first.number()));
            if (torn.contains(number)) {
                taken.refused(part, CSV, List.of(Fault.onPath(FaultCode.CSV_UNREADABLE, "row " + first.number(), number, "row "
                    + first.number() + ": the rows of " + bundle.group() + " " + number + " do not stand together ("
                    + rows.stream().map(CsvFile.Row::number).toList() + "). Sort the file by it and send it again.")));
            } else {
                String purpose = first.values().get("purpose");
                taken.document(part, CSV, number, null, null, once(bundle.canonical(), purpose), TakenFile.sha256(rows.stream()
                    .map(CsvFile.Row::values).toList().toString()));
            }
        });
    }

    /** Documents whose rows are apart: between them may be rows of others, and nobody knows whether all are there. */
    private static Set<String> torn(CsvFile file, Bundle bundle) {
        Set<String> torn = new TreeSet<>();
        Set<String> ended = new HashSet<>();
        String at = null;
        for (CsvFile.Row row : file.rows()) {
            String group = bundle.group() == null ? "" : row.values().get(bundle.group());
            if (!group.equals(at) && ended.contains(group)) {
                torn.add(group);
            }
            ended.add(group);
            at = group;
        }
        return torn;
    }

    private static boolean once(DocumentType type, String purpose) {
        return !MANY.contains(type) && (purpose == null || !CORRECTIONS.contains(purpose));
    }
}
