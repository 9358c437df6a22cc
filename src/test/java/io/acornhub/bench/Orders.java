// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Purchase orders as Amazon writes them, as many lines and sets as wanted: freight prepaid, so that nothing need be routed before it
 * ships. What stands in a line follows from its number, and {@link Answers} answers it.
 */
final class Orders {
    static final String VENDOR = "ACME5";
    private static final int PRICE_STEPS = 900;
    private static final int ALONE = 4711;

    private Orders() {
    }

    /** An interchange of one order. */
    static byte[] interchange(int lines) {
        return (head(ALONE) + set(1, "PO000001", lines) + tail(ALONE, 1)).getBytes(StandardCharsets.US_ASCII);
    }

    /** An interchange of at least that many bytes, of orders with ten lines. */
    static Path interchange(Path file, long bytes) throws IOException {
        Files.createDirectories(file.getParent());
        long written = 0;
        int sets = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(head(ALONE).getBytes(StandardCharsets.US_ASCII));
            while (written < bytes) {
                sets++;
                byte[] set = set(sets, String.format(Locale.ROOT, "PO%06d", sets), 10).getBytes(StandardCharsets.US_ASCII);
                out.write(set);
                written += set.length;
            }
            out.write(tail(ALONE, sets).getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    /** An interchange of orders whose PO and control numbers no other series and no other first order has. */
    static String interchange(int series, int first, int count, int lines) {
        int control = series * 100_000 + first + 1;
        StringBuilder text = new StringBuilder(head(control));
        for (int i = 0; i < count; i++) {
            text.append(set(i + 1, poNumber(series, first + i), lines));
        }
        return text.append(tail(control, count)).toString();
    }

    static String poNumber(int series, int order) {
        return String.format(Locale.ROOT, "B%d%06d", series, order);
    }

    private static String head(int control) {
        return String.format(Locale.ROOT, "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     *"
            + "260302*0815*U*00400*%09d*0*P*>~GS*PO*AMAZON*ACMEVENDOR*20260302*0815*%d*X*004010~", control, control);
    }

    private static String tail(int control, int sets) {
        return String.format(Locale.ROOT, "GE*%d*%d~IEA*1*%09d~", sets, control, control);
    }

    private static String set(int number, String po, int lines) {
        String control = String.format(Locale.ROOT, "%04d", number);
        StringBuilder set = new StringBuilder("ST*850*" + control + "~BEG*00*NE*" + po + "**20260302~REF*CR*" + VENDOR + "~"
            + "FOB*PP~CSH*Y~DTM*064*20260310~DTM*063*20260316~"
            + "N1*ST*ACME FULFILLMENT*92*PHX6~N3*6835 W BUCKEYE RD~N4*PHOENIX*AZ*85043*US~");
        int units = 0;
        for (int line = 1; line <= lines; line++) {
            units += quantity(line);
            set.append("PO1*").append(line).append('*').append(quantity(line)).append("*EA*").append(price(line)).append("*NT*UP*")
                .append(upc(line)).append("*VN*").append(item(line)).append("~PID*F****HEX BOLT ZINC M8 X ").append(line)
                .append(" MM~");
        }
        set.append("CTT*").append(lines).append('*').append(units).append('~');
        return set.append("SE*").append(12 + 2 * lines).append('*').append(control).append('~').toString();
    }

    static int quantity(int line) {
        return 6 * (line % 8 + 1);
    }

    static BigDecimal price(int line) {
        return new BigDecimal(1 + line % PRICE_STEPS + ".35");
    }

    static String item(int line) {
        return "AC-" + (1000 + line);
    }

    /** Twelve digits with a right check digit. */
    static String upc(int line) {
        String digits = String.format(Locale.ROOT, "614141%05d", line);
        return digits + checkDigit(digits);
    }

    /** Eighteen digits with a right check digit. */
    static String sscc(long serial) {
        String digits = String.format(Locale.ROOT, "00614141%09d", serial);
        return digits + checkDigit(digits);
    }

    /** GS1: from the right, each other digit counts three times. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * ((digits.length() - i) % 2 == 1 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }
}
