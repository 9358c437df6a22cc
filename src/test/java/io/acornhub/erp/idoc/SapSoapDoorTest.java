// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.idoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.SapServer.Fault;
import io.acornhub.interchange.ChannelFault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SOAP door: whatever happens, the message id makes one IDoc of all attempts. */
class SapSoapDoorTest extends IdocHttpContract {
    @Override
    protected String mode() {
        return "soap";
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anyFaultIsFollowedByAnotherAttemptAndOneIdoc(Fault fault) {
        sap.next(fault);

        assertThatThrownBy(this::deliver).isInstanceOf(ChannelFault.class).hasMessageContaining("SAP");
        assertThat(restarted().commit(system(), order()).references().get("01JZONE")).isEqualTo("IDoc 0000000000100001, status 64");

        assertThat(sap.idocs()).hasSize(1);
        assertThat(sap.posts()).isEqualTo(2);
    }

    @Test
    void theMessageIdStandsInArckeyAndBelongsToTheDocument() {
        deliver();

        assertThat(sap.idocs().get(0)).contains("<ARCKEY>" + IdocXml.messageId("sap", "01JZONE") + "</ARCKEY>",
            "<n:ORDERS05 xmlns:n=\"urn:sap");
        assertThat(IdocXml.messageId("sap", "01JZONE")).matches("urn:sap[.]com:msgid=[0-9A-F]{32}")
            .isNotEqualTo(IdocXml.messageId("sap", "01JZTWO")).isNotEqualTo(IdocXml.messageId("other", "01JZONE"));
    }

    @Test
    void aWrongPasswordIsTriedAgainSinceSapHasReadNothing() {
        assertThatThrownBy(() -> restarted().commit(system(Map.of("password", "env:WRONG")), order())).isInstanceOf(ChannelFault.class)
            .hasMessageContaining("401 Anmeldung fehlgeschlagen").hasMessageNotContaining("another");
    }

    @Test
    void howLongSapAsksToBeLeftAloneIsKept() {
        sap.next(Fault.BUSY);

        assertThatThrownBy(this::deliver).isInstanceOfSatisfying(ChannelFault.class,
            fault -> assertThat(fault.notBefore()).isEqualTo(Duration.ofSeconds(7)));
    }
}
