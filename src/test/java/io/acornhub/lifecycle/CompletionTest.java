// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.lifecycle.guards.BookInMemory;
import io.acornhub.lifecycle.guards.Mutated;
import io.acornhub.lifecycle.guards.RightChain;
import io.acornhub.partner.PackSizes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ERP leaves out is completed from the order; what cannot be told stays as it is. */
class CompletionTest {
    private static final RightChain CHAIN = RightChain.example();
    private static final UnitConversion TWELVE = UnitConversion.by(new PackSizes(List.of(new PackSizes.PackSize("", "AC-4", "CASE", 12))));

    @Test
    void aShipmentThatNamesOnlyItemsBecomesTheWholeNotice() {
        ShipmentNotice bare = without(CHAIN.notice(), "vendorCode", "freight", "amazonReference", "parties[0]");
        for (int i = 0; i < bare.items().size(); i++) {
            bare = without(bare, "items[" + i + "].poLineNo", "items[" + i + "].buyerItem", "items[" + i + "].vendorItem");
        }
        assertThat(new ShipmentCompletion(CHAIN.beforeShipment(), UnitConversion.NONE).complete(bare))
            .usingRecursiveComparison().ignoringCollectionOrderInFields("parties").isEqualTo(CHAIN.notice());
    }

    @Test
    void anInvoiceThatNamesOnlyItemsBecomesTheWholeInvoice() {
        Invoice bare = without(CHAIN.invoice(), "vendorCode", "orderDate", "currency", "parties[0]");
        for (int i = 0; i < bare.lines().size(); i++) {
            bare = without(bare, "lines[" + i + "].poLineNo", "lines[" + i + "].buyerItem", "lines[" + i + "].gtin",
                "lines[" + i + "].price.basis");
        }
        assertThat(new InvoiceCompletion(CHAIN.beforeInvoice(), UnitConversion.NONE).complete(bare))
            .usingRecursiveComparison().isEqualTo(CHAIN.invoice());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gtin", "vendorItem", "buyerItem"})
    void anyIdOfTheItemFindsTheLine(String id) {
        ShipmentNotice bare = without(CHAIN.notice(), "items[1].poLineNo");
        for (String other : List.of("gtin", "vendorItem", "buyerItem")) {
            bare = other.equals(id) ? bare : without(bare, "items[1]." + other);
        }
        assertThat(new ShipmentCompletion(CHAIN.beforeShipment(), UnitConversion.NONE).complete(bare)).isEqualTo(CHAIN.notice());
    }

    @Test
    void anItemThatStandsOnTwoLinesOrOnNoneIsLeftForTheGuard() {
        OrderState twice = Mutated.set(CHAIN.acknowledged(), "lines[1].gtin", CHAIN.acknowledged().lines().get(0).gtin());
        ShipmentNotice bare = without(CHAIN.notice(), "items[0].poLineNo", "items[0].vendorItem", "items[0].buyerItem");
        assertThat(new ShipmentCompletion(new BookInMemory(RightChain.NOW, twice), UnitConversion.NONE).complete(bare)).isEqualTo(bare);
        ShipmentNotice foreign = Mutated.set(bare, "items[0].gtin", "96385074");
        assertThat(new ShipmentCompletion(CHAIN.beforeShipment(), UnitConversion.NONE).complete(foreign)).isEqualTo(foreign);
        assertThat(new ShipmentCompletion(new BookInMemory(RightChain.NOW), UnitConversion.NONE).complete(bare)).isEqualTo(bare);
    }

    @Test
    void whatTheErpSaysStays() {
        ShipmentNotice other = Mutated.set(Mutated.set(Mutated.set(CHAIN.notice(), "freight", "PREPAID"), "vendorCode", "ACME6"),
            "parties[0].id", "ONT8");
        assertThat(new ShipmentCompletion(CHAIN.beforeShipment(), UnitConversion.NONE).complete(other)).isEqualTo(other);
        ShipmentNotice prepaid = without(other, "amazonReference");
        assertThat(new ShipmentCompletion(CHAIN.beforeShipment(), UnitConversion.NONE).complete(prepaid).amazonReference()).isNull();
    }

    @Test
    void eachesOfAnItemOrderedInCasesBecomeCasesItemAndCartonsAlike() {
        ShipmentNotice eaches = quantities(CHAIN.notice(), "36", "items[2].quantity", "packages[4].contents[0].quantity");
        ShipmentNotice completed = new ShipmentCompletion(CHAIN.beforeShipment(), TWELVE).complete(eaches);
        assertThat(completed.items().get(2).quantity().amount()).isEqualByComparingTo("3");
        assertThat(completed.items().get(2).quantity().unit()).isEqualTo("CASE");
        assertThat(completed.packages().get(4).contents().get(0).quantity()).isEqualTo(completed.items().get(2).quantity());
        assertThat(RightChain.found(completed, CHAIN.beforeShipment())).isEmpty();
    }

    @Test
    void whatLeavesSomethingOverOrHasNoPackSizeIsNotConverted() {
        ShipmentNotice odd = quantities(CHAIN.notice(), "35", "items[2].quantity", "packages[4].contents[0].quantity");
        assertThat(new ShipmentCompletion(CHAIN.beforeShipment(), TWELVE).complete(odd)).isEqualTo(odd);
        ShipmentNotice opened = Mutated.set(quantities(CHAIN.notice(), "36", "items[2].quantity", "packages[4].contents[0].quantity"),
            "packages[4].contents[0].quantity.amount", "30");
        assertThat(new ShipmentCompletion(CHAIN.beforeShipment(), TWELVE).complete(opened)).isEqualTo(opened);
        ShipmentNotice eaches = quantities(CHAIN.notice(), "36", "items[2].quantity", "packages[4].contents[0].quantity");
        assertThat(new ShipmentCompletion(CHAIN.beforeShipment(), UnitConversion.NONE).complete(eaches)).isEqualTo(eaches);
    }

    @Test
    void anInvoiceInEachesIsSaidInCasesWithThePriceOfACaseAndTheSameAmount() {
        Invoice eaches = without(Mutated.set(quantities(CHAIN.invoice(), "36", "lines[2].quantity"), "lines[2].price.amount", "4.00"),
            "lines[2].price.basis");
        Invoice completed = new InvoiceCompletion(CHAIN.beforeInvoice(), TWELVE).complete(eaches);
        assertThat(completed.lines().get(2).quantity().amount()).isEqualByComparingTo("3");
        assertThat(completed.lines().get(2).price().amount()).isEqualByComparingTo("48.00");
        assertThat(completed.lines().get(2).amount()).isEqualByComparingTo("144.00");
        assertThat(RightChain.found(completed, CHAIN.beforeInvoice())).isEmpty();
    }

    private static <T> T quantities(T document, String amount, String... paths) {
        T changed = document;
        for (String path : paths) {
            changed = Mutated.set(Mutated.set(changed, path + ".amount", amount), path + ".unit", "EACH");
        }
        return changed;
    }

    private static <T> T without(T document, String... paths) {
        T changed = document;
        for (String path : paths) {
            changed = Mutated.set(changed, path, null);
        }
        return changed;
    }
}
