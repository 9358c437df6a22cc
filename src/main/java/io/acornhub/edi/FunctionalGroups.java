// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.HashMap;
import java.util.Map;

<<<<<<< HEAD
/** Which functional group (GS01, X12 element 479) a transaction set belongs to; of the sets a supplier meets. */
=======
/** Which functional group (GS01, X12 element 479) a transaction set belongs to; of the sets of trade and transport. */
>>>>>>> d103852561596f86bec9230acd8482494d1c87b1
public final class FunctionalGroups {
    private static final Map<String, String> BY_SET = new HashMap<>();

    static {
<<<<<<< HEAD
        String table = "180 AN,204 SM,210 IM,214 QM,753 RF,754 RG,810 IN,812 CD,816 OR,820 RA,824 AG,830 PS,832 SC,840 RQ,"
            + "843 RR,844 CF,846 IB,849 CF,850 PO,852 PD,855 PR,856 SH,860 PC,861 RC,862 SS,864 TX,865 CA,867 PT,869 RS,"
            + "870 RS,875 OG,879 QG,880 GP,940 OW,943 AR,944 RE,945 SW,947 AW,990 GF,997 FA,999 FA";
=======
        String table = "104 SA,110 IA,125 MR,180 AN,204 SM,210 IM,211 BL,212 TM,214 QM,215 PU,216 PU,217 FG,218 FR,219 LN,220 LO,300 RO,"
            + "301 RO,304 SO,310 IO,315 QO,404 SR,410 IR,417 WB,753 RF,754 RG,810 IN,812 CD,816 OR,820 RA,823 LB,824 AG,830 PS,831 CT,"
            + "832 SC,838 TD,840 RQ,841 SP,842 NC,843 RR,844 CF,845 PA,846 IB,847 MX,848 MS,849 CF,850 PO,851 LS,852 PD,853 RI,855 PR,"
            + "856 SH,857 BS,860 PC,861 RC,862 SS,863 RT,864 TX,865 CA,866 SQ,867 PT,869 RS,870 RS,875 OG,876 OG,877 CM,878 QG,879 QG,"
            + "880 GP,882 SN,888 QG,889 QG,893 IJ,894 DX,895 DX,896 QD,940 OW,943 AR,944 RE,945 SW,947 AW,990 GF,997 FA,999 FA";
>>>>>>> d103852561596f86bec9230acd8482494d1c87b1
        for (String row : table.split(",")) {
            BY_SET.put(row.substring(0, 3), row.substring(4));
        }
    }

    private FunctionalGroups() {
    }

    /** GS01 for a set id such as 850; null for a set this table does not have. */
    public static String of(String setId) {
        return BY_SET.get(setId);
    }
}
