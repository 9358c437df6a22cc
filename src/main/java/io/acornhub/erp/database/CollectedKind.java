// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The document types an ERP may offer (doc_type of direction O), each with the tables it is read from. */
enum CollectedKind {
    ORDER_ACK(AcknowledgmentRows.TABLES, AcknowledgmentRows::new),
    SHIPMENT(ShipmentRows.TABLES, ShipmentRows::new),
    INVOICE(InvoiceRows.TABLES, (rows, conventions) -> new InvoiceRows(rows, conventions, "INVOICE")),
    CREDIT(InvoiceRows.TABLES, (rows, conventions) -> new InvoiceRows(rows, conventions, "CREDIT")),
    STOCK(StockRows.TABLES, StockRows::new),
    ROUTING(RoutingRequestRows.TABLES, RoutingRequestRows::new);

    private final List<String> tables;
    private final BiFunction<CollectedRows, Conventions, RowsFromErp> reading;

    CollectedKind(List<String> tables, BiFunction<CollectedRows, Conventions, RowsFromErp> reading) {
        this.tables = tables;
        this.reading = reading;
    }

    /** @throws MappingFault for a document type that the hub takes from no ERP */
    static CollectedKind of(String docType) {
        return Stream.of(values()).filter(kind -> kind.name().equals(docType)).findFirst().orElseThrow(() ->
            new MappingFault(Fault.onPath(FaultCode.CODE_NOT_IN_LIST, "iface_doc.doc_type", docType, "iface_doc.doc_type: '" + docType
                + "' is none of the types that are taken from an ERP, " + Stream.of(values()).map(Enum::name).toList()
                + "; correct it and set the row to NEW")));
    }

    List<String> tables() {
        return tables;
    }

    /** @throws MappingFault with everything that cannot be read */
    CanonicalDocument document(CollectedRows rows, Conventions conventions) {
        CanonicalDocument document = reading.apply(rows, conventions).document();
        if (!rows.faults().isEmpty()) {
            throw new MappingFault(rows.faults().stream().distinct().toList());
        }
        return document;
    }
}
