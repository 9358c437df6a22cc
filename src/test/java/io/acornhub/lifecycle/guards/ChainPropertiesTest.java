// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import static io.acornhub.lifecycle.guards.RightChain.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.guards.RightChain.Spec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is consistent passes every guard; one figure changed anywhere is found. */
class ChainPropertiesTest {

    @Property(seed = "20261127", tries = 300)
    void aConsistentChainPassesEveryGuard(@ForAll("chains") RightChain chain) {
        assertThat(found(chain.acknowledgment(), chain.beforeAcknowledgment())).isEmpty();
        assertThat(found(chain.notice(), chain.beforeShipment())).isEmpty();
        assertThat(found(chain.invoice(), chain.beforeInvoice())).isEmpty();
        assertThat(found(chain.credit(), chain.beforeCredit())).isEmpty();
    }

    @Property(seed = "20261127", tries = 300)
    void oneFigureOfAnAcknowledgmentChangedIsFound(@ForAll("chains") RightChain chain, @ForAll @IntRange(max = 999) int any,
                                                   @ForAll @IntRange(min = 1, max = 50) int by) {
        int line = any % chain.specs().size();
        String path = "lines[" + line + "].";
        assertThat(found(more(chain.acknowledgment(), path + "dispositions[0].quantity.amount", by), chain.beforeAcknowledgment()))
            .containsExactly(FaultCode.QUANTITY_ABOVE_ORDER);
        assertThat(found(more(chain.acknowledgment(), path + "price.amount", by), chain.beforeAcknowledgment()))
            .containsExactly(FaultCode.PRICE_ABOVE_ORDER);
        assertThat(found(Mutated.set(chain.acknowledgment(), "lines[" + line + "]", null), chain.beforeAcknowledgment()))
            .containsExactly(FaultCode.LINE_NOT_ACKNOWLEDGED);
    }

    @Property(seed = "20261127", tries = 300)
    void oneFigureOfAShipmentChangedIsFound(@ForAll("chains") RightChain chain, @ForAll @IntRange(max = 999) int any,
                                            @ForAll @IntRange(min = 1, max = 50) int by) {
        var notice = chain.notice();
        int item = any % notice.items().size();
        int carton = (chain.pallet() ? 1 : 0) + any % notice.cartonCount();
        assertThat(found(more(notice, "packages[" + carton + "].contents[0].quantity.amount", by), chain.beforeShipment()))
            .containsExactly(FaultCode.PACKAGE_SUM_WRONG);
        assertThat(found(more(notice, "items[" + item + "].quantity.amount", by), chain.beforeShipment()))
            .contains(FaultCode.PACKAGE_SUM_WRONG);
        assertThat(found(more(notice, "cartonCount", by), chain.beforeShipment())).containsExactly(FaultCode.PACKAGE_COUNT_WRONG);
        String sscc = notice.packages().get(carton).sscc();
        char other = (char) ('0' + (sscc.charAt(any % 18) - '0' + 1 + by % 9) % 10);
        String wrong = sscc.substring(0, any % 18) + other + sscc.substring(any % 18 + 1);
        assertThat(found(Mutated.set(notice, "packages[" + carton + "].sscc", wrong), chain.beforeShipment()))
            .containsExactly(FaultCode.SSCC_CHECK_DIGIT_WRONG);
    }

    @Property(seed = "20261127", tries = 300)
    void oneFigureOfAnInvoiceChangedIsFound(@ForAll("chains") RightChain chain, @ForAll @IntRange(max = 999) int any,
                                            @ForAll @IntRange(min = 1, max = 50) int by) {
        var invoice = chain.invoice();
        String path = "lines[" + any % invoice.lines().size() + "].";
        assertThat(found(more(invoice, path + "quantity.amount", by), chain.beforeInvoice()))
            .contains(FaultCode.INVOICED_ABOVE_SHIPPED, FaultCode.LINE_AMOUNT_WRONG);
        assertThat(found(more(invoice, path + "price.amount", by), chain.beforeInvoice())).contains(FaultCode.PRICE_DIFFERS);
        assertThat(found(more(invoice, path + "amount", by), chain.beforeInvoice()))
            .containsExactly(FaultCode.LINE_AMOUNT_WRONG, FaultCode.TOTAL_WRONG);
        assertThat(found(more(invoice, "total", by), chain.beforeInvoice())).containsExactly(FaultCode.TOTAL_WRONG);
    }

    @Provide
    Arbitrary<RightChain> chains() {
        Arbitrary<Spec> spec = Combinators.combine(Arbitraries.integers().between(1, 2000), Arbitraries.of("EACH", "CASE"),
            Arbitraries.integers().between(0, 100), Arbitraries.integers().between(0, 100), Arbitraries.integers().between(1, 999_999),
            Arbitraries.integers().between(1, 7)).as((quantity, unit, accepted, later, cents, cartons) -> {
                int taken = quantity * accepted / 100;
                return new Spec(quantity, unit, taken, (quantity - taken) * later / 100, BigDecimal.valueOf(cents, 2), cartons);
            });
        // something ships: the last line is accepted as a whole
        Arbitrary<List<Spec>> lines = Combinators.combine(spec.list().ofMaxSize(30), spec)
            .as((some, last) -> {
                List<Spec> all = new ArrayList<>(some);
                all.add(new Spec(last.quantity(), last.unit(), last.quantity(), 0, last.price(), last.cartons()));
                return List.copyOf(all);
            });
        return Combinators.combine(lines, Arbitraries.of(true, false)).as(RightChain::new);
    }

    /** In cents for amounts of money, in units for counts and quantities. */
    private static <T> T more(T document, String path, int by) {
        return Mutated.change(document, path, value -> value instanceof Integer count ? (Object) (count + by)
            : path.endsWith("quantity.amount") ? ((BigDecimal) value).add(BigDecimal.valueOf(by))
            : ((BigDecimal) value).add(BigDecimal.valueOf(by, 2)));
    }
}
