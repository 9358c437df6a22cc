// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.ErpSystem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every adapter must hold, however often and wherever the hub is killed. */
public abstract class ErpAdapterContract {
    /** A new adapter, as after a restart. */
    protected abstract ErpAdapter restarted();

    protected abstract ErpSystem system();

    /** The same kind of system, which cannot be reached. */
    protected abstract ErpSystem unreachable();

    /** What the ERP sees, in any order: {@code <PO number> <name of ship-to>} an order. */
    protected abstract List<String> atTheErp() throws Exception;

    /** The hub's ids of the documents that the ERP sees, in any order. */
    protected abstract List<String> idsAtTheErp() throws Exception;

    /** The ERP works on everything it sees, and takes it away if that is its way. */
    protected abstract void erpTakesAll() throws Exception;

    private static List<Delivery> deliveries(int count) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            deliveries.add(Orders.delivery(String.format("01JZTEST%018d", i), Orders.order("4TESTPO" + i)));
        }
        return deliveries;
    }

    @Test
    void anOrderIsDeliveredWithItsUmlautsAndAReference() throws Exception {
        List<Delivery> one = deliveries(1);

        restarted().prepare(system(), one);
        Delivered delivered = restarted().commit(system(), one);

        assertThat(atTheErp()).containsExactly("4TESTPO1 " + Orders.SHIP_TO);
        assertThat(delivered.references()).containsOnlyKeys(one.get(0).documentId());
        assertThat(delivered.references().get(one.get(0).documentId())).isNotBlank();
        assertThat(delivered.refused()).isEmpty();
    }

    @Test
    void everyKindOfDocumentIsDeliveredOnceHoweverOftenItIsTried() throws Exception {
        List<Delivery> all = new ArrayList<>();
        Documents.all().forEach(document -> all.add(Documents.delivery("01JZKIND" + all.size(), document)));
        List<String> ids = all.stream().map(Delivery::documentId).toList();
        restarted().prepare(system(), all);
        restarted().prepare(system(), all);

        Delivered first = restarted().commit(system(), all);
        Delivered again = restarted().commit(system(), all);

        assertThat(first.refused()).isEmpty();
        assertThat(first.references().keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(first.references().values()).doesNotHaveDuplicates();
        assertThat(again).isEqualTo(first);
        assertThat(idsAtTheErp()).containsExactlyInAnyOrderElementsOf(ids);
        erpTakesAll();
        List<String> left = idsAtTheErp();
        assertThat(restarted().commit(system(), all)).isEqualTo(first);
        assertThat(idsAtTheErp()).isEqualTo(left);
    }

    @Test
    void aCrashBetweenDocumentsOfOneOrderIsCompletedByTheNextTry() throws Exception {
        List<Delivery> changes = List.of(Documents.delivery("01JZC1", Documents.change("4TESTPO1", "1")),
            Documents.delivery("01JZC2", Documents.change("4TESTPO1", "2")), Documents.delivery("01JZC3",
                Documents.change("4TESTPO1", "3")));
        restarted().prepare(system(), changes);
        Delivered part = restarted().commit(system(), changes.subList(0, 2));

        Delivered delivered = restarted().commit(system(), changes);

        assertThat(delivered.references()).hasSize(3).containsAllEntriesOf(part.references());
        assertThat(idsAtTheErp()).containsExactlyInAnyOrder("01JZC1", "01JZC2", "01JZC3");
    }

    @Test
    void committingAgainDeliversNothingTwiceAndGivesTheSameReference() throws Exception {
        List<Delivery> three = deliveries(3);
        restarted().prepare(system(), three);
        Delivered first = restarted().commit(system(), three);

        Delivered again = restarted().commit(system(), three);

        assertThat(atTheErp()).hasSize(3);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void aCrashBeforeThePreparationIsNotedIsHarmless() throws Exception {
        List<Delivery> two = deliveries(2);
        restarted().prepare(system(), two);
        assertThat(atTheErp()).isEmpty();

        restarted().prepare(system(), two);
        restarted().commit(system(), two);

        assertThat(atTheErp()).hasSize(2);
    }

    @Test
    void aCrashInTheMiddleOfCommittingIsCompletedByTheNextTry() throws Exception {
        List<Delivery> five = deliveries(5);
        restarted().prepare(system(), five);
        restarted().commit(system(), five.subList(0, 3));

        Delivered delivered = restarted().commit(system(), five);

        assertThat(atTheErp()).hasSize(5).doesNotHaveDuplicates();
        assertThat(delivered.references()).hasSize(5);
    }

    @Test
    void whatTheErpHasTakenAwayIsNotDeliveredAgain() throws Exception {
        List<Delivery> two = deliveries(2);
        restarted().prepare(system(), two);
        restarted().commit(system(), two);
        List<String> seen = atTheErp();
        erpTakesAll();
        List<String> left = atTheErp();

        restarted().commit(system(), two);

        assertThat(seen).hasSize(2);
        assertThat(atTheErp()).isEqualTo(left);
    }

    @Test
    void manyAreDeliveredAtOnce() throws Exception {
        List<Delivery> many = deliveries(600);
        restarted().prepare(system(), many);

        Delivered delivered = restarted().commit(system(), many);

        assertThat(atTheErp()).hasSize(600).doesNotHaveDuplicates();
        assertThat(delivered.references().values()).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void aSystemThatCannotBeReachedIsAChannelFaultAndLeavesNothingHalfDone() throws Exception {
        List<Delivery> two = deliveries(2);

        assertThatThrownBy(() -> {
            restarted().prepare(unreachable(), two);
            restarted().commit(unreachable(), two);
        }).isInstanceOfSatisfying(ChannelFault.class, fault -> {
            assertThat(fault.faults().get(0).code()).isEqualTo(FaultCode.TARGET_UNREACHABLE);
            assertThat(fault.getMessage()).contains(unreachable().title());
        });
        assertThat(atTheErp()).isEmpty();

        restarted().prepare(system(), two);
        restarted().commit(system(), two);
        assertThat(atTheErp()).hasSize(2);
    }

    @Test
    void anEmptyListIsFine() {
        restarted().prepare(system(), List.of());

        assertThat(restarted().commit(system(), List.of()).references()).isEmpty();
    }
}
