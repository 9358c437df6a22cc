// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.HashMap;
import java.util.Map;

/** Which functional group (GS01, X12 element 479) a transaction set belongs to; of the sets a supplier meets. */
public final class FunctionalGroups {
    private static final Map<String, String> BY_SET = new HashMap<>();

    static {
        String table = "180 AN,204 SM,210 IM,214 QM,753 RF,754 RG,810 IN,812 CD,816 OR,820 RA,824 AG,830 PS,832 SC,840 RQ,"
            + "843 RR,844 CF,846 IB,849 CF,850 PO,852 PD,855 PR,856 SH,860 PC,861 RC,862 SS,864 TX,865 CA,867 PT,869 RS,"
            + "870 RS,875 OG,879 QG,880 GP,940 OW,943 AR,944 RE,945 SW,947 AW,990 GF,997 FA,999 FA";
        for (String row : table.split(",")) {
            BY_SET.put(row.substring(0, 3), row.substring(4));
        }
    }

    private FunctionalGroups() {
    }

    /** Whether a set is an acknowledgment (997, 999): it closes what was sent and is not acknowledged itself. */
    public static boolean isAcknowledgment(String setId) {
        return "FA".equals(of(setId));
    }

    /** GS01 for a set id such as 850; null for a set this table does not have. */
    public static String of(String setId) {
        return BY_SET.get(setId);
    }
}
