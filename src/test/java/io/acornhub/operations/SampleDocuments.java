// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.interchange.Light;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** An order that is delivered, its acknowledgment that is sent, one acknowledgment held and one order parked. */
class SampleDocuments {
    static final String SET = "ST*850*1021~BEG*00*SA*2WX4R7KT**20260922~SE*3*1021~";
    static final String INTERCHANGE = "ISA*...~GS*PO~" + SET + "GE*1*905~IEA*1*000000905~";
    static final String OUTGOING = "ISA*...~GS*PR~ST*855*0001~SE*2*0001~GE*1*77~IEA*1*000000077~";
    private static final List<String> TABLES = List.of("submission_answer", "submission",
        "document_acknowledgment", "group_acknowledgment",
        "stray_acknowledgment", "deadline", "alarm", "task", "document_key", "event", "fault", "hold", "delivery", "parked",
        "acknowledgment_line", "counted_order", "counted_document",
        "order_line",
        "purchase_order", "document", "interchange", "stage_failure");

    private final Interchanges interchanges;
    private final Documents documents;
    private final Archive archive;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    private Iterator<String> ids;
    String received;
    String sent;
    String order;
    String parked;
    String acknowledgment;
    String held;

    SampleDocuments(Interchanges interchanges, Documents documents, Archive archive, JdbcTemplate jdbc,
        TransactionTemplate transaction) {
        this.interchanges = interchanges;
        this.documents = documents;
        this.archive = archive;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void fill() throws IOException {
        // Ids of one millisecond come in any order; here the order of making counts.
        ids = Stream.generate(HubId::next).limit(20).sorted().toList().iterator();
        TABLES.forEach(table -> jdbc.update("delete from " + table));
        String in = store(INTERCHANGE);
        String out = store(OUTGOING);
        transaction.executeWithoutResult(status -> {
            received = interchange("INBOUND", "orders-0922.edi", in, INTERCHANGE.length(), "000000905",
                Interchange.Status.ACCEPTED);
            sent = interchange("OUTBOUND", "855-77.edi", out, OUTGOING.length(), "000000077", Interchange.Status.SENT);
            order = document(received, 1, "INBOUND", "850", "1021", (long) INTERCHANGE.indexOf("ST"), (long) SET.length());
            parked = document(received, 2, "INBOUND", "850", "1022", null, null);
            String answers = interchange("OUTBOUND", "ordrsp.idoc", in, INTERCHANGE.length(), null, Interchange.Status.ACCEPTED);
            acknowledgment = document(answers, 1, "OUTBOUND", "855", null, null, null);
            held = document(answers, 2, "OUTBOUND", "855", null, null, null);
            tell();
            orderRow();
        });
    }

    private void tell() {
        DocumentChange first = change(order).state(DocumentState.DELIVERED)
            .canonical("PurchaseOrder", "{\"number\":\"2WX4R7KT\"}")
            .business("2WX4R7KT", "ACME1").light(Light.VALIDATED, Light.Colour.GREEN).light(Light.DELIVERED, Light.Colour.GREEN)
            .light(Light.ACKNOWLEDGED, Light.Colour.AMBER).event("identify", "ACCEPTED", "850 2WX4R7KT")
            .event("translate", "TRANSLATED", null)
            .event("deliver", "DELIVERED", "sap").key("vendor", "ACME1")
            .key("ST02", "0021")
            .key("idoc", "0000000004500017")
            .faults(List.of(Fault.at(FaultCode.ELEMENT_CODE_INVALID, "BEG", 2, "SX",
            "BEG02 is SX, which the list does not have")));
        DocumentChange second = change(parked).state(DocumentState.PARKED).business("OTHER1", null)
            .event("translate", "PARKED", "no code");
        DocumentChange third = change(acknowledgment).state(DocumentState.SENT).canonical("OrderAcknowledgment", "{}")
            .business("2WX4R7KT", "ACME1")
            .leaves(sent, "77", "0001", Instant.now().minus(Duration.ofHours(2))).event("send", "SENT", "855-77.edi");
        DocumentChange fourth = change(held).state(DocumentState.HELD).canonical("OrderAcknowledgment", "{}")
            .business("2WX4R7KT", "ACME1")
            .hold(Fault.onPath(FaultCode.QUANTITY_ABOVE_ORDER, "lines[1]", "12", "Line 2 answers 12 where 10 were ordered."))
            .event("guard", "HELD", "QUANTITY_ABOVE_ORDER");
        documents.apply(List.of(first, second, third, fourth));
        jdbc.update("insert into delivery (document_id, erp_system, status, reference, attempts, updated_at) values (?,'sap',"
            + "'DELIVERED','ORDERS_1.idoc',1,?)", order, Timestamp.from(Instant.now()));
        jdbc.update("insert into parked (id, subject, queue, family, text, parked_at) values (?,?,'hub.inbound.translate.parked',"
            + "'MAPPING','Code XX is not in list units.',?)", HubId.next(), parked, Timestamp.from(Instant.now()));
        jdbc.update("insert into stage_failure (stage, id, since, last_at, failures, words) values ('outbound-send.amazon-us-as2',?,?,?,7,"
            + "'got no answer of amazon-us')", HubId.next(), Timestamp.from(Instant.now()), Timestamp.from(Instant.now()));
        interchanges.event(received, "receive", "RECEIVED", "orders-0922.edi");
    }

    private void orderRow() {
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.update("insert into purchase_order (partner, po_number, document_id, vendor_code, order_date, state, received_at, "
            + "acknowledgment_due) values ('amazon-us','2WX4R7KT',?,'ACME1','2026-09-22','NEW',?,?)", order, now,
            Timestamp.from(Instant.now().plus(Duration.ofHours(23))));
        jdbc.update("insert into order_line (partner, po_number, line_no, ordered, unit, net_price) "
            + "values ('amazon-us','2WX4R7KT','1',10,'EA',9.99)");
        jdbc.update("insert into counted_document (document_id, partner, kind, number, status, counted_at) "
            + "values (?,'amazon-us','ACKNOWLEDGMENT','2WX4R7KT','COUNTS',?)", acknowledgment, now);
        jdbc.update("insert into counted_order (partner, po_number, document_id) values ('amazon-us','2WX4R7KT',?)", acknowledgment);
        jdbc.update("insert into acknowledgment_line (document_id, line_no, accepted, back_ordered, rejected) values (?,'1',7.5,2.5,0)",
            acknowledgment);
    }

    private DocumentChange change(String id) {
        return new DocumentChange(documents.find(id).orElseThrow());
    }

    private String store(String text) throws IOException {
        return archive.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))).sha256();
    }

    private String interchange(String direction, String file, String sha256, long size, String control,
        Interchange.Status status) {
        String id = ids.next();
        interchanges.insert(new Interchange(id, direction, Interchange.Side.PARTNER, "amazon-us", "folder", null, file, sha256,
            size, 1, null,
            "ZZ/AMAZON", "ZZ/ACMEVENDOR", control, "P", status, null, Instant.now(), null, null, 0, null));
        return id;
    }

    private String document(String interchange, int ordinal, String direction, String message, String set, Long offset,
        Long length) {
        String id = ids.next();
        Map<Light, Light.Colour> lights = new EnumMap<>(Light.class);
        documents.insert(List.of(new Document(id, interchange, ordinal, direction, "amazon-us", null, message, "004010", null,
            set, null,
            offset, length, null, null, null, null, DocumentState.RECEIVED, "identify", null, null, lights, null, Instant.now(),
            Instant.now(), 0, null)));
        return id;
    }
}
