// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.BusinessReport;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.ProcessingStatus;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.DocumentChange.Key;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers of the trade that a canonical document is found by. */
public final class DocumentKeys {
    public static final String ORDER = "purchase order";
    public static final String VENDOR = "vendor code";
    public static final String SHIPMENT = "shipment";
    public static final String INVOICE = "invoice";
    public static final String PAYMENT = "payment";
    public static final String SSCC = "SSCC";
    public static final String ARN = "ARN";
    public static final String BILL_OF_LADING = "bill of lading";
    public static final String PRO = "PRO number";
    public static final String TRACKING = "tracking number";
    private static final Map<String, String> REFERENCES = Map.of("PURCHASE_ORDER", ORDER, "INVOICE", INVOICE,
        "BILL_OF_LADING", BILL_OF_LADING, "PRO_NUMBER", PRO, "SHIPMENT", SHIPMENT, "AMAZON_REFERENCE", ARN,
        "TRACKING_NUMBER", TRACKING);

    private DocumentKeys() {
    }

    /** Each once, in the order of the document; what is absent or blank is left out. */
    public static List<Key> of(CanonicalDocument document) {
        Set<Key> keys = new LinkedHashSet<>();
        document.poNumbers().forEach(po -> add(keys, ORDER, po));
        add(keys, VENDOR, document.vendorCode());
        if (document instanceof ShipmentNotice notice) {
            shipment(keys, notice);
        } else if (document instanceof Invoice invoice) {
            add(keys, INVOICE, invoice.invoiceNumber());
            add(keys, INVOICE, invoice.originalInvoice());
            add(keys, SHIPMENT, invoice.shipmentId());
        } else if (document instanceof Remittance remittance) {
            add(keys, PAYMENT, remittance.paymentReference());
            for (Remittance.Item item : list(remittance.items())) {
                add(keys, INVOICE, item.invoiceNumber());
                add(keys, INVOICE, item.reference());
            }
        } else if (document instanceof RoutingInstruction instruction) {
            list(instruction.loads()).forEach(load -> add(keys, ARN, load.amazonReference()));
        } else if (document instanceof BusinessReport report) {
            list(report.references()).forEach(r -> add(keys, REFERENCES.get(r.kind()), r.value()));
            list(report.lines()).forEach(line -> add(keys, ORDER, line.poNumber()));
        } else if (document instanceof ProcessingStatus status) {
            add(keys, ORDER, status.poNumber());
        }
        return List.copyOf(keys);
    }

    private static void shipment(Set<Key> keys, ShipmentNotice notice) {
        add(keys, SHIPMENT, notice.shipmentId());
        add(keys, ARN, notice.amazonReference());
        add(keys, BILL_OF_LADING, notice.billOfLading());
        add(keys, PRO, notice.proNumber());
        for (ShipmentNotice.Package pack : list(notice.packages())) {
            add(keys, SSCC, pack.sscc());
            add(keys, TRACKING, pack.trackingNumber());
        }
    }

    private static <T> List<T> list(List<T> maybe) {
        return maybe == null ? List.of() : maybe;
    }

    private static void add(Set<Key> keys, String kind, String value) {
        if (kind != null && value != null && !value.isBlank()) {
            keys.add(new Key(kind, value.strip()));
        }
    }
}
