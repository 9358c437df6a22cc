// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Purchase orders as Amazon writes them, as many lines and sets as wanted. */
final class Orders {
    private static final String HEAD = "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     *"
        + "260302*0815*U*00400*000004711*0*P*>~"
        + "GS*PO*AMAZON*ACMEVENDOR*20260302*0815*4711*X*004010~";
    private static final int PRICE_STEPS = 900;

    private Orders() {
    }

    /** An interchange of one order. */
    static byte[] interchange(int lines) {
        return (HEAD + set(1, lines) + "GE*1*4711~IEA*1*000004711~").getBytes(StandardCharsets.US_ASCII);
    }

    /** An interchange of at least that many bytes, of orders with ten lines. */
    static Path interchange(Path file, long bytes) throws IOException {
        Files.createDirectories(file.getParent());
        long written = 0;
        int sets = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
            while (written < bytes) {
                byte[] set = set(++sets, 10).getBytes(StandardCharsets.US_ASCII);
                out.write(set);
                written += set.length;
            }
            out.write(("GE*" + sets + "*4711~IEA*1*000004711~").getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private static String set(int number, int lines) {
        String control = String.format("%04d", number);
        StringBuilder set = new StringBuilder("ST*850*" + control + "~BEG*00*NE*PO" + String.format("%06d", number)
            + "**20260302~REF*CR*ACME5~"
            + "FOB*CC~CSH*Y~DTM*064*20260310~DTM*063*20260316~"
            + "N1*ST*ACME FULFILLMENT*92*PHX6~N3*6835 W BUCKEYE RD~N4*PHOENIX*AZ*85043*US~");
        int units = 0;
        for (int line = 1; line <= lines; line++) {
            int quantity = 6 * (line % 8 + 1);
            units += quantity;
            set.append("PO1*").append(line).append('*').append(quantity).append("*EA*").append(1 + line % PRICE_STEPS)
                .append(".35*NT*UP*")
                .append(upc(line)).append("*VN*AC-").append(1000 + line).append("~PID*F****HEX BOLT ZINC M8 X ").append(line)
                .append(" MM~");
        }
        set.append("CTT*").append(lines).append('*').append(units).append('~');
        return set.append("SE*").append(12 + 2 * lines).append('*').append(control).append('~').toString();
    }

    /** Twelve digits with a right check digit. */
    private static String upc(int line) {
        String digits = String.format("614141%05d", line);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
