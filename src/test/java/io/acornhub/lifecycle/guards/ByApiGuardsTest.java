// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import static io.acornhub.lifecycle.guards.RightChain.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guards of what leaves by the Selling Partner API; what leaves by EDI they let pass. */
class ByApiGuardsTest {
    private static final RightChain CHAIN = RightChain.example();
    private static final Map<String, String> API = Map.of("door", "spapi", "region", "NA");

    private static List<FaultCode> found(CanonicalDocument document, BookInMemory book, Map<String, String> values) {
        return Guards.check(document, book, settings(values)).stream().map(f -> f.fault().code()).toList();
    }

    @Test
    void anObsoleteItemIsAskedAbout() {
        OrderAcknowledgment answer = Mutated.set(CHAIN.acknowledgment(), "lines[2].dispositions[0].reason", "OBSOLETE_PRODUCT");
        assertThat(found(answer, CHAIN.beforeAcknowledgment(), API)).containsExactly(FaultCode.OBSOLETE_PRODUCT_ANSWERED);
        assertThat(found(answer, CHAIN.beforeAcknowledgment(), Map.of())).isEmpty();
        assertThat(found(Mutated.set(answer, "lines[2].dispositions[0].reason", "TEMPORARILY_UNAVAILABLE"), CHAIN.beforeAcknowledgment(),
            API)).isEmpty();
    }

    @Test
    void rejectedUnitsStayRejected() {
        OrderState partly = Mutated.set(Mutated.set(CHAIN.acknowledged(), "lines[0].accepted", "20"), "lines[0].rejected", "4");
        BookInMemory book = new BookInMemory(RightChain.NOW, partly);
        assertThat(found(CHAIN.acknowledgment(), book, API)).containsExactly(FaultCode.REJECTED_UNITS_REVIVED);
        assertThat(found(CHAIN.acknowledgment(), book, Map.of())).isEmpty();
        assertThat(found(CHAIN.acknowledgment(), CHAIN.beforeAcknowledgment(), API)).isEmpty();
    }

    @Test
    void quantitiesAndPricesStandAfterTwoDays() {
        OrderState answered = CHAIN.acknowledged();
        OrderAcknowledgment other = Mutated.set(CHAIN.acknowledgment(), "lines[0].price.amount", "12.4");
        OrderState less = Mutated.set(answered, "lines[0].accepted", "20");
        assertThat(found(other, new BookInMemory(RightChain.NOW, answered).withFirstAnswer(47), API)).isEmpty();
        assertThat(found(other, new BookInMemory(RightChain.NOW, answered).withFirstAnswer(49), API))
            .containsExactly(FaultCode.ANSWER_CHANGED_LATE);
        assertThat(found(other, new BookInMemory(RightChain.NOW, answered).withFirstAnswer(49), Map.of())).isEmpty();
        assertThat(found(CHAIN.acknowledgment(), new BookInMemory(RightChain.NOW, answered).withFirstAnswer(49), API)).isEmpty();
        assertThat(found(CHAIN.acknowledgment(), new BookInMemory(RightChain.NOW, less).withFirstAnswer(49), API))
            .containsExactly(FaultCode.ANSWER_CHANGED_LATE);
    }

    @Test
    void aReplacementOnlyReducesAndComesWithinSevenDays() {
        ShipmentNotice again = Mutated.set(CHAIN.notice(), "purpose", "REPLACE");
        ShipmentNotice less = Mutated.set(Mutated.set(CHAIN.notice(), "items[0].quantity.amount", "23"),
            "packages[1].contents[0].quantity.amount", "23");
        assertThat(found(again, CHAIN.beforeShipment(), API)).containsExactly(FaultCode.REPLACEMENT_LATE);
        assertThat(found(again, CHAIN.beforeShipment().withReplaced(CHAIN.notice(), 2), API)).isEmpty();
        assertThat(found(again, CHAIN.beforeShipment().withReplaced(CHAIN.notice(), 8), API))
            .containsExactly(FaultCode.REPLACEMENT_LATE);
        assertThat(found(again, CHAIN.beforeShipment().withReplaced(less, 2), API)).containsExactly(FaultCode.REPLACEMENT_ADDS);
        assertThat(found(again, CHAIN.beforeShipment().withReplaced(less, 8), Map.of())).isEmpty();
        assertThat(found(Mutated.set(less, "purpose", "REPLACE"), CHAIN.beforeShipment().withReplaced(CHAIN.notice(), 2), API)).isEmpty();
    }

    @Test
    void anInvoiceSaysWhoIsBilledAndPaid() {
        assertThat(found(CHAIN.invoice(), CHAIN.beforeInvoice(), Map.of())).isEmpty();
        assertThat(found(withParties("AMZUS", "PAYEE", "US"), CHAIN.beforeInvoice(), API)).isEmpty();
        assertThat(found(withParties(null, "PAYEE", "US"), CHAIN.beforeInvoice(), API)).containsExactly(FaultCode.INVOICE_PARTY_MISSING);
        assertThat(found(withParties("AMZUS", null, "US"), CHAIN.beforeInvoice(), API)).containsExactly(FaultCode.INVOICE_PARTY_MISSING);
        assertThat(found(withParties("AMZUS", "PAYEE", null), CHAIN.beforeInvoice(), API))
            .containsExactly(FaultCode.INVOICE_PARTY_MISSING, FaultCode.INVOICE_PARTY_MISSING);
    }

    private static Invoice withParties(String billTo, String remitTo, String country) {
        return Mutated.change(CHAIN.invoice(), "parties", parties -> {
            List<Object> all = new ArrayList<>((List<?>) parties);
            all.removeIf(p -> List.of("BILL_TO", "REMIT_TO").contains(((Party) p).role()));
            all.add(new Party("BILL_TO", billTo, "ASSIGNED", "Amazon", null, null, null, null, country));
            all.add(new Party("REMIT_TO", remitTo, "ASSIGNED", "Acme", null, null, null, null, country));
            return all;
        });
    }

    @Test
    void creditNotesAreTakenInEuropeOnly() {
        assertThat(found(CHAIN.credit(), CHAIN.beforeCredit(), API)).contains(FaultCode.CREDIT_NOTE_NOT_TAKEN);
        assertThat(found(CHAIN.credit(), CHAIN.beforeCredit(), Map.of("door", "spapi", "region", "EU")))
            .doesNotContain(FaultCode.CREDIT_NOTE_NOT_TAKEN);
        assertThat(found(CHAIN.credit(), CHAIN.beforeCredit(), Map.of())).isEmpty();
    }
}
