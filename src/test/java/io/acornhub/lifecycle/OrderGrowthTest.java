// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a document costs does not depend on how many are kept. A scan of the tables would cost a hundred times as much. */
class OrderGrowthTest {
    private static final int CHAINS = 30;
    private static final int FEW = 250;
    private static final int MANY = 25_000;
    private static final long MOST = 4;
    private int next;

    @Test
    void aChainCostsTheSameWithAThousandAndWithAHundredThousandDocumentsKeptOnH2(@TempDir Path folder) {
        try (LifecycleDatabase hub = LifecycleDatabase.h2(folder)) {
            grow(hub, "system_range");
        }
    }

    @Test
    void andOnPostgres() {
        try (LifecycleDatabase hub = LifecycleDatabase.postgres()) {
            grow(hub, "generate_series");
        }
    }

    private void grow(LifecycleDatabase hub, String range) {
        chains(hub);
        keep(hub.jdbc(), range, 1, FEW);
        long few = Math.min(chains(hub), chains(hub));
        keep(hub.jdbc(), range, FEW + 1, MANY);
        assertThat(hub.jdbc().queryForObject("select count(*) from counted_document", Integer.class)).isGreaterThan(4 * MANY);
        long many = Math.min(chains(hub), chains(hub));
        assertThat(many).as("nanoseconds of %d chains, before %d", CHAINS, few).isLessThan(few * MOST);
    }

    /** Whole chains, guards' reading included; the time they took. */
    private long chains(LifecycleDatabase hub) {
        long start = System.nanoTime();
        for (int i = 0; i < CHAINS; i++) {
            String n = Integer.toString(next++);
            Chain chain = new Chain("4GROW" + n);
            hub.received(chain.order(), "o" + n);
            hub.sent(chain.acknowledgment(), "a" + n);
            var notice = chain.shipment("S" + n, "ORIGINAL", "24", "40", n + "A", n + "B");
            OrderBook book = hub.book(notice, "s" + n);
            assertThat(book.order(chain.po)).isPresent();
            assertThat(book.sscc(n + "A")).isEmpty();
            assertThat(hub.sent(notice, "s" + n)).isEmpty();
            assertThat(hub.sent(chain.invoice("I" + n, "INVOICE", "24", "300", "40", "294", "594"), "i" + n)).isEmpty();
            assertThat(hub.received(Chain.remittance("P" + n, Chain.kept("I" + n, "INVOICE", null, "I" + n, "594")), "p" + n)).isEmpty();
            assertThat(hub.lifecycle().partnerOf(chain.order())).isPresent();
        }
        return System.nanoTime() - start;
    }

    /** Orders with acknowledgment, shipment and invoice, written as rows: four documents an order. */
    private static void keep(JdbcTemplate jdbc, String range, int from, int to) {
        String rows = " from " + range + "(" + from + ", " + to + ") r(n)";
        jdbc.update("insert into purchase_order (partner, po_number, document_id, state, received_at) select 'amazon-us', 'K' || n, "
            + "'ko' || n, 'INVOICED', current_timestamp" + rows);
        jdbc.update("insert into order_line (partner, po_number, line_no, ordered, first_ordered, unit) select 'amazon-us', 'K' || n, '1', "
            + "10, 10, 'EACH'" + rows);
        for (String kind : List.of("ko,ORDER", "ka,ACKNOWLEDGMENT", "ks,SHIPMENT", "ki,INVOICE")) {
            String id = "'" + kind.substring(0, 2) + "' || n";
            jdbc.update("insert into counted_document (document_id, partner, kind, number, status, counted_at) select " + id
                + ", 'amazon-us', '" + kind.substring(3) + "', 'N' || n, 'COUNTS', current_timestamp" + rows);
            jdbc.update("insert into counted_order (partner, po_number, document_id) select 'amazon-us', 'K' || n, " + id + rows);
            jdbc.update("insert into order_step (partner, po_number, document_id, act, outcome, from_step, to_step, at) select "
                + "'amazon-us', 'K' || n, " + id + ", '" + kind.substring(3) + "', 'TAKEN', 'NEW', 'NEW', current_timestamp" + rows);
        }
        jdbc.update("insert into acknowledgment_line (document_id, line_no, accepted, back_ordered, rejected) select 'ka' || n, "
            + "'1', 10, 0, 0" + rows);
        jdbc.update("insert into shipment_line (document_id, ordinal, po_number, line_no, quantity, packages) select 'ks' || n, 1, "
            + "'K' || n, '1', 10, 1" + rows);
        jdbc.update("insert into shipped_package (sscc, document_id, partner, shipment_id, kind, shipped_at) select 'C' || n, "
            + "'ks' || n, 'amazon-us', 'N' || n, 'CARTON', current_timestamp" + rows);
        jdbc.update("insert into invoice_line (document_id, ordinal, po_number, line_no, quantity, amount) select 'ki' || n, 1, "
            + "'K' || n, '1', 10, 100" + rows);
        jdbc.update("insert into payment_item (document_id, ordinal, partner, reference, kind, invoice_number, "
            + "invoice_document, po_number, "
            + "attributed_by, gross, discount, deducted, net) select 'kp' || n, 1, 'amazon-us', 'N' || n, 'INVOICE', 'N' || n, 'ki' || n, "
            + "'K' || n, 'INVOICE', 100, 0, 0, 100" + rows);
        jdbc.update("insert into number_in_use (partner, kind, number, document_id, used_at) select 'amazon-us', 'INVOICE', "
            + "'N' || n, 'ki' || n, current_timestamp" + rows);
    }
}
