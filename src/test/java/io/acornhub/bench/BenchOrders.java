// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.util.Locale;

/** Interchanges of written orders, each PO number and control number used once. */
final class BenchOrders {
    private BenchOrders() {
    }

    /** One interchange with {@code count} orders in one group; numbers follow from series and first order. */
    static String interchange(int series, int first, int count, int lines) {
        int control = series * 100_000 + first + 1;
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
            "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     "
            + "*260302*0815*U*00400*%09d*0*P*>~%nGS*PO*AMAZON*ACMEVENDOR*20260302*0815*%d*X*004010~%n", control, control));
        for (int i = 0; i < count; i++) {
            set(text, i + 1, String.format(Locale.ROOT, "B%d%06d", series, first + i), lines);
        }
        return text.append(String.format(Locale.ROOT, "GE*%d*%d~%nIEA*1*%09d~%n", count, control, control)).toString();
    }

    private static void set(StringBuilder text, int number, String po, int lines) {
        text.append(String.format(Locale.ROOT, "ST*850*%04d~%nBEG*00*NE*%s**20260302~%nREF*CR*ACME5~%nFOB*CC~%nCSH*Y~%nDTM*064*20260310~%n"
            + "DTM*063*20260316~%nN1*ST**92*PHX6~%n", number, po));
        int sum = 0;
        for (int line = 1; line <= lines; line++) {
            int quantity = 6 + line;
            sum += quantity;
            text.append(String.format(Locale.ROOT, "PO1*%d*%d*EA*%d.25*NT*UP*614141000104*VN*AC-%d~%n", line, quantity, line, 1000 + line));
        }
        text.append(String.format(Locale.ROOT, "CTT*%d*%d~%nSE*%d*%04d~%n", lines, sum, 10 + lines, number));
    }
}
