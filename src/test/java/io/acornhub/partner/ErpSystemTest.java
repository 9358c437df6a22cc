// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErpSystemTest {
    private final ErpSystem sap = new ErpSystem("sap", "SAP", true, "idoc", Map.of(),
        Map.of("DESADV", "idoc/delvry07/desadv", "DESADV.DELVRY03", "idoc/delvry03/desadv"), Map.of(), null, List.of());

    @Test
    void aBundleForTheIdocTypeGoesBeforeThatForTheMessage() {
        assertThat(sap.bundleFor("DESADV", "DELVRY03")).contains("idoc/delvry03/desadv");
        assertThat(sap.bundleFor("DESADV", "DELVRY07")).contains("idoc/delvry07/desadv");
        assertThat(sap.bundleFor("DESADV", null)).contains("idoc/delvry07/desadv");
        assertThat(sap.bundleFor("INVOIC", "INVOIC02")).isEmpty();
    }
}
