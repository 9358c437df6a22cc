// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteNamesTest {

    @ParameterizedTest
    @CsvSource({"VEND850.I7574203,VEND850.I7574203", "../../etc/passwd,passwd", "..\\..\\boot.ini,boot.ini", "..,unnamed", "a:b*c,a_b_c",
        "/,unnamed", "'Bestellung ä.edi','Bestellung ä.edi'"})
    void isFitToBeShown(String remote, String shown) {
        assertThat(RemoteNames.plain(remote)).isEqualTo(shown);
    }

    @Test
    void hidesNothing() {
        assertThat(RemoteNames.plain("850\u202Eide.exe")).isEqualTo("850_ide.exe");
        assertThat(RemoteNames.plain("850\nreceived.edi")).isEqualTo("850_received.edi");
        assertThat(RemoteNames.plain("x".repeat(400))).hasSize(255);
    }
}
