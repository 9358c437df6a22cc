// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * The operations in use, by Amazon's operation ids, with the default usage plan of each: calls a second and burst, for an
 * application and a selling partner. No plan is published for the Invoices API; 0.5 and 10 is what other finances calls have.
 */
public enum Operation {
    GET_PURCHASE_ORDERS("getPurchaseOrders", "GET", "/vendor/orders/v1/purchaseOrders", "10", 10),
    GET_PURCHASE_ORDER("getPurchaseOrder", "GET", "/vendor/orders/v1/purchaseOrders/{purchaseOrderNumber}", "10", 10),
    SUBMIT_ACKNOWLEDGEMENT("submitAcknowledgement", "POST", "/vendor/orders/v1/acknowledgements", "10", 10),
    GET_PURCHASE_ORDERS_STATUS("getPurchaseOrdersStatus", "GET", "/vendor/orders/v1/purchaseOrdersStatus", "10", 10),
    SUBMIT_SHIPMENT_CONFIRMATIONS("SubmitShipmentConfirmations", "POST", "/vendor/shipping/v1/shipmentConfirmations", "10", 10),
    SUBMIT_SHIPMENTS("SubmitShipments", "POST", "/vendor/shipping/v1/shipments", "10", 10),
    GET_SHIPMENT_DETAILS("GetShipmentDetails", "GET", "/vendor/shipping/v1/shipments", "10", 10),
    GET_SHIPMENT_LABELS("GetShipmentLabels", "GET", "/vendor/shipping/v1/transportLabels", "10", 10),
    SUBMIT_INVOICES("submitInvoices", "POST", "/vendor/payments/v1/invoices", "10", 10),
    GET_TRANSACTION("getTransaction", "GET", "/vendor/transactions/v1/transactions/{transactionId}", "10", 10),
    GET_INVOICE_HEADERS("getInvoiceHeaders", "GET", "/finances/invoices/2026-06-25/invoices", "0.5", 10),
    GET_INVOICE("getInvoice", "GET", "/finances/invoices/2026-06-25/invoices/{invoiceIdentifier}", "0.5", 10),
    CREATE_REPORT("createReport", "POST", "/reports/2021-06-30/reports", "0.0167", 15),
    GET_REPORT("getReport", "GET", "/reports/2021-06-30/reports/{reportId}", "2", 15),
    GET_REPORTS("getReports", "GET", "/reports/2021-06-30/reports", "0.0222", 10),
    GET_REPORT_DOCUMENT("getReportDocument", "GET", "/reports/2021-06-30/documents/{reportDocumentId}", "0.0167", 15),
    CREATE_QUERY("createQuery", "POST", "/dataKiosk/2023-11-15/queries", "0.0167", 15),
    GET_QUERY("getQuery", "GET", "/dataKiosk/2023-11-15/queries/{queryId}", "2", 15),
    GET_DOCUMENT("getDocument", "GET", "/dataKiosk/2023-11-15/documents/{documentId}", "0.0167", 15);

    private final String id;
    private final String method;
    private final String path;
    private final BigDecimal rate;
    private final int burst;

    Operation(String id, String method, String path, String rate, int burst) {
        this.id = id;
        this.method = method;
        this.path = path;
        this.rate = new BigDecimal(rate);
        this.burst = burst;
    }

    /** By Amazon's operation id, without regard to case. */
    public static Optional<Operation> of(String id) {
        return Arrays.stream(values()).filter(o -> o.id.equalsIgnoreCase(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public String method() {
        return method;
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    /** With the placeholders of {@link Call#path()}. */
    public String path() {
        return path;
    }

    /** Calls a second. */
    public BigDecimal rate() {
        return rate;
    }

    public int burst() {
        return burst;
    }
}
