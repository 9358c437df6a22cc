// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.BusinessReport;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.ProcessingStatus;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.erp.Delivery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document to deliver with its place in the tables.
 *
 * @param key doc_key: partner and the number that both sides know the document by
 * @param firstVersion the doc_version of the first document under a key where each further one gets the next; null where a key
 *                     has one document for good
 * @param hash payload_hash, of the canonical document
 */
record NewDocument(Delivery delivery, String docType, String key, Integer firstVersion, String hash, RowsToErp rows) {

    /** @throws IllegalArgumentException for a document that the tables have no rows for */
    static NewDocument of(Delivery delivery, String sourceSystem, Conventions conventions) {
        CanonicalDocument document = delivery.document();
        NewDocument made;
        if (document instanceof PurchaseOrder order) {
            made = of(delivery, "ORDER", null, new OrderRows(delivery, order, conventions), order.poNumber());
        } else if (document instanceof PurchaseOrderChange change) {
            made = of(delivery, "ORDER_CHANGE", 1, new ChangeRows(delivery, change, conventions), change.poNumber());
        } else if (document instanceof Remittance payment) {
            made = of(delivery, "PAYMENT", null, new PaymentRows(delivery, payment, conventions), payment.paymentReference());
        } else if (document instanceof RoutingInstruction routing) {
            made = of(delivery, "ROUTING", 0, new RoutingRows(delivery, routing, conventions), routing.instructionNumber());
        } else if (document instanceof BusinessReport report) {
            made = of(delivery, "REPORT", 0, new ReportRows(delivery, report, conventions), report.report(), report.reportNumber());
        } else if (document instanceof ProcessingStatus status) {
            made = of(delivery, "STATUS", 0, new StatusRows(delivery, status, conventions), status.message(), status.erpNumber());
        } else {
            throw new IllegalArgumentException("interface tables take no " + document.type());
        }
        made.rows.header().set("source_system", sourceSystem).set("doc_key", made.key).set("payload_hash", made.hash)
            .set("doc_version", 0);
        return made;
    }

    private static NewDocument of(Delivery delivery, String docType, Integer firstVersion, RowsToErp rows, String... names) {
        String key = Stream.concat(Stream.of(delivery.partner()), Stream.of(names)).filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(":"));
        return new NewDocument(delivery, docType, key, firstVersion, sha256(delivery.json()), rows);
    }

    /** What makes it the same document when it is delivered again: its key, or where a key has many, the hub's own number. */
    String identity() {
        return docType + " " + (firstVersion == null ? key : delivery.documentId());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
