// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Remittance;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that take any way at all: every step taken leads where the table of steps allows. */
class OrderWalkTest {
    private static final int ORDERS = 60;
    private static final int DOCUMENTS = 14;

    @Test
    void whateverComesInWhateverOrderTheStepThatFollowsIsInTheTable(@TempDir Path folder) {
        try (LifecycleDatabase hub = LifecycleDatabase.h2(folder)) {
            for (int seed = 0; seed < ORDERS; seed++) {
                walk(hub, new Random(seed), "4WALK" + seed);
            }
            List<String> taken = hub.jdbc().query("select act, from_step, to_step, po_number from order_step where outcome = 'TAKEN' "
                + "and act <> 'ORDER'", (rs, n) -> {
                    Steps.Cell cell = Steps.of(Act.valueOf(rs.getString(1)), OrderState.Step.valueOf(rs.getString(2)));
                    OrderState.Step to = OrderState.Step.valueOf(rs.getString(3));
                    return cell.legal() && cell.next().contains(to) ? "right"
                        : rs.getString(4) + ": " + rs.getString(1) + " from " + rs.getString(2) + " to " + to;
                });
            assertThat(taken).hasSizeGreaterThan(ORDERS * 3);
            assertThat(taken.stream().filter(t -> !t.equals("right")).distinct().toList()).isEmpty();
            assertThat(hub.jdbc().queryForObject("select count(*) from order_step where outcome = 'REFUSED'", Integer.class)).isPositive();
            assertThat(hub.jdbc().queryForList("select distinct state from purchase_order", String.class)).hasSizeGreaterThan(5);
        }
    }

    private static void walk(LifecycleDatabase hub, Random random, String po) {
        Chain chain = new Chain(po);
        hub.received(chain.order(), po + "-850");
        for (int i = 0; i < DOCUMENTS; i++) {
            CanonicalDocument document = document(chain, random, po + i);
            String id = po + "-" + i;
            if (document instanceof Remittance || document instanceof PurchaseOrderChange) {
                hub.received(document, id);
            } else if (hub.sent(document, id).isEmpty() && random.nextInt(6) == 0) {
                hub.rejected(document, id, "AK5*R");
            }
        }
    }

    private static CanonicalDocument document(Chain chain, Random random, String number) {
        String some = Integer.toString(random.nextInt(25));
        String more = Integer.toString(random.nextInt(49));
        String shipment = "S-" + chain.po + random.nextInt(2);
        return switch (random.nextInt(12)) {
            case 0 -> chain.acknowledgment();
            case 1 -> chain.acknowledgment(Chain.answer("1", some, "0", "0"), Chain.answer("2", more, "0", "0"));
            case 2 -> chain.acknowledgment(Chain.answer("1", "0", "0", "24"), Chain.answer("2", "0", "0", "48"));
            case 3 -> chain.change(number, "CHANGE", Chain.changed("1", "QUANTITY", some), Chain.changed("2", "QUANTITY", more));
            case 4 -> random.nextInt(4) == 0 ? chain.change(number, "CANCEL") : chain.acknowledgment();
            case 5, 6 -> chain.shipment("S-" + number, "ORIGINAL", some, more, number + "A", number + "B");
            case 7 -> chain.shipment(shipment, random.nextBoolean() ? "REPLACE" : "CANCEL", "24", "48", number + "A", number + "B");
            case 8, 9 -> chain.invoice("I-" + number, "INVOICE", "24", "300", "48", "352.80", "652.80");
            case 10 -> chain.invoice("C-" + number, "CREDIT", "1", "12.50", "0", "0", "12.50");
            default -> Chain.remittance("P-" + number, new Remittance.Item(number, "INVOICE", null, null, chain.po, Chain.DAY,
                new BigDecimal("652.80"), null, null, null, new BigDecimal("652.80"), null));
        };
    }
}
