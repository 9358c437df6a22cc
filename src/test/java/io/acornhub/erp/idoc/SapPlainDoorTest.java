// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.idoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.SapServer.Fault;
import io.acornhub.erp.Delivered;
import io.acornhub.interchange.ChannelFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plain door makes an IDoc of every post: what nobody knows is never posted again by itself. */
class SapPlainDoorTest extends IdocHttpContract {
    @Override
    protected String mode() {
        return "plain";
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"CUT_AFTER_STORING", "SILENT_AFTER_STORING", "CUT_BEFORE_STORING", "DUMP"})
    void whatNobodyKnowsIsForAPersonToLookUp(Fault fault) {
        sap.next(fault);
        assertThatThrownBy(this::deliver).isInstanceOf(ChannelFault.class).hasMessageContaining("nobody knows");

        Delivered parked = restarted().commit(system(), order());
        Delivered still = restarted().commit(system(), order());

        assertThat(parked.references()).isEmpty();
        assertThat(parked.refused().get("01JZONE").get(0).text()).contains("Nobody knows whether PurchaseOrder 4TESTPO1 reached SAP",
            "WE05", "ARCKEY 850:01JZONE", "replay it");
        assertThat(still).isEqualTo(parked);
        assertThat(sap.posts()).isOne();
    }

    @Test
    void afterAPersonHasReplayedItItIsPostedOnce() {
        sap.next(Fault.CUT_BEFORE_STORING);
        assertThatThrownBy(this::deliver).isInstanceOf(ChannelFault.class);
        assertThat(restarted().commit(system(), order()).refused()).hasSize(1);

        Delivered replayed = deliver();

        assertThat(replayed.references()).containsEntry("01JZONE", "ARCKEY 850:01JZONE");
        assertThat(sap.idocs()).hasSize(1);
    }

    @Test
    void whatSapsWebLayerRefusesIsPostedAgain() {
        sap.next(Fault.BUSY);
        assertThatThrownBy(this::deliver).isInstanceOf(ChannelFault.class).hasMessageContaining("could not be posted");

        assertThat(restarted().commit(system(), order()).references()).hasSize(1);
        assertThat(sap.idocs()).hasSize(1);
    }
}
