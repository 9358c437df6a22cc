// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.canonical.BusinessReport;
import io.acornhub.canonical.BusinessReport.Figure;
import io.acornhub.canonical.BusinessReport.Reference;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Measure;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.ProcessingStatus;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.canonical.RoutingInstruction.Load;
import io.acornhub.canonical.RoutingInstruction.OrderRef;
import io.acornhub.canonical.Window;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One of every kind of document that goes to an ERP, for tests. */
public final class Documents {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 2);

    private Documents() {
    }

    public static List<CanonicalDocument> all() {
        return List.of(Orders.order("4TESTPO1"), change("4TESTPO1", "1"), payment("400123456"), routing("RI-1"), report("FC-7"),
            status("0000000000815"));
    }

    public static PurchaseOrderChange change(String po, String number) {
        List<PurchaseOrderChange.Line> lines = List.of(
            new PurchaseOrderChange.Line("001", "QUANTITY", "B0TEST0001", "NW-KETTLE-17", null, null, null,
                new Quantity(new BigDecimal("36"), "EACH", null), null, Map.of()),
            new PurchaseOrderChange.Line("002", "DELETE", "B0TEST0002", null, null, null, null, null,
                new Price(new BigDecimal("4.10"), "USD", "PE"), Map.of("why", "Größe")));
        return new PurchaseOrderChange("PurchaseOrderChange", po, "CHANGE", number, "NEW_ORDER", DAY, DAY.plusDays(1), "NWIND", "USD",
            null, new Window(DAY, DAY.plusDays(7)), null, List.of(), List.of("weniger für Köln"), lines, null, Map.of());
    }

    public static Remittance payment(String reference) {
        List<Remittance.Item> items = List.of(
            new Remittance.Item("INV-88123", "INVOICE", null, "INV-88123", "4TESTPO1", DAY, new BigDecimal("592.80"),
                new BigDecimal("11.86"), null, null, new BigDecimal("580.94"), null),
            new Remittance.Item("INV-88123SC", "DEDUCTION", "SHORTAGE_CLAIM", "INV-88123", "4TESTPO1", DAY, null, null,
                new BigDecimal("-24.70"), "SC", new BigDecimal("-24.70"), "2 Stück fehlen"));
        return new Remittance("Remittance", reference, DAY, "ACH", "USD", new BigDecimal("556.24"), "NWIND",
            List.of(new Party("PAYEE", "NWIND", "ASSIGNED", "Nordwind Käse", null, null, null, null, null)), items, Map.of());
    }

    public static RoutingInstruction routing(String number) {
        Load load = new Load("ARN8812345", "ODFL", "Old Dominion", "LESS_THAN_TRUCKLOAD", DAY, "14:30", "FCX1", List.of(
            new OrderRef("4TESTPO1", 12, new Measure(new BigDecimal("144.5"), "POUND")), new OrderRef("4TESTPO2", 3, null)));
        return new RoutingInstruction("RoutingInstruction", number, "RR-1", "ORIGINAL", Instant.parse("2026-04-01T12:00:00Z"), "NWIND",
            List.of(), List.of("Rampe 4 öffnet um 6"), List.of(load, new Load("ARN8812346", "UPSN", null, null, null, null, null, null)),
            Map.of());
    }

    public static BusinessReport report(String number) {
        BusinessReport.Line line = new BusinessReport.Line("1", "B0TEST0001", "NW-KETTLE-17", null, null, "Wasserkocher", null, "FCX1",
            List.of(new Figure("QA", new Quantity(new BigDecimal("40"), "EACH", null), null, DAY, DAY.plusDays(7), null, null),
                new Figure("X4", null, new BigDecimal("9.5"), null, null, Instant.parse("2026-04-01T23:30:00Z"), "später")), List.of("ü"));
        BusinessReport.Line same = new BusinessReport.Line("1", null, null, null, null, null, "4TESTPO1", null, null, null);
        return new BusinessReport("BusinessReport", "FORECAST", number, "ORIGINAL", DAY, new Window(DAY, DAY.plusDays(28)), "NWIND", null,
            null, List.of(new Reference("INVOICE", "INV-88123")), List.of(), List.of("Vorschau für März"), List.of(line, same), Map.of());
    }

    public static ProcessingStatus status(String number) {
        return new ProcessingStatus("ProcessingStatus", number, "01HUB", "ORDRSP", "ACCEPTED", "41", Instant.parse("2026-04-01T12:00:00Z"),
            "von Amazon bestätigt", null, "4TESTPO1", "000006302", "6302", "0001", Map.of());
    }

    public static Delivery delivery(String documentId, CanonicalDocument document) {
        return delivery(documentId, document, document.toString());
    }

    public static Delivery delivery(String documentId, CanonicalDocument document, String json) {
        return new Delivery(documentId, "amazon-us", document, json, json.getBytes(StandardCharsets.UTF_8), "000006301", "6301", "0001");
    }
}
