// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files as Amazon sends them to the hub: one set, one group, one interchange, all under the same number. */
final class AmazonFiles {
    private static final String ISA =
        "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     *260302*1502*%s*%s*%09d*0*P*>";
    static final String FIRST = "004010";
    static final String LATER = "005010";

    private AmazonFiles() {
    }

    /** @param body the segments between ST and SE */
    private static byte[] file(long number, String group, String release, String set, List<String> body) {
        List<String> segments = new ArrayList<>(List.of(
            FIRST.equals(release) ? String.format(ISA, "U", "00400", number) : String.format(ISA, "^", "00501", number),
            "GS*" + group + "*AMAZON*ACMEVENDOR*20260302*1502*" + number + "*X*" + release, "ST*" + set + "*0001"));
        segments.addAll(body);
        segments.addAll(List.of("SE*" + (body.size() + 2) + "*0001", "GE*1*" + number, "IEA*1*" + String.format("%09d", number)));
        return (String.join("~\n", segments) + "~\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * A 997 to a group of one set.
     *
     * @param functionalId GS01 of the group, {@code set} and {@code setControl} its ST01 and ST02
     * @param verdict of the set, A or R
     */
    static byte[] acknowledgment(long number, String release, String functionalId, String group, String set, String setControl,
                                 String verdict) {
        String withRelease = FIRST.equals(release) ? "" : "*" + release;
        return file(number, "FA", release, "997", List.of("AK1*" + functionalId + "*" + group + withRelease,
            "AK2*" + set + "*" + setControl, "AK5*" + verdict, "AK9*" + verdict + "*1*1*" + ("A".equals(verdict) ? 1 : 0)));
    }

    /** A 754: Amazon's carrier collects the order. */
    static byte[] routing(long number, WrittenOrder order) {
        return file(number, "RG", LATER, "754", List.of("BGN*11*" + order.amazonReference() + "*20260308*1200",
            "N1*ST**92*PHX6", "LX*1", "TD5**2*ABFS*LT", "REF*BX*" + order.amazonReference(), "G62*10*20260309",
            "OID**" + order.po() + "**CTN*" + Packing.of(order).cartons().size() + "*L*84"));
    }

    /** An 820. */
    static byte[] payment(long number, Payments.Payment payment) {
        List<String> body = new ArrayList<>(List.of("BPR*I*" + plain(payment.total())
            + "*C*ACH*CTX*01*121000248*DA*4121212121*1911646860**01*021000021*DA*9998887777*20260508",
            "TRN*1*" + payment.reference(), "DTM*097*20260508", "N1*PE*ACME VENDOR INC*92*ACME5", "N1*PR*AMAZON.COM SERVICES", "ENT*1"));
        for (Payments.Item item : payment.items()) {
            body.add("RMR*IV*" + item.invoice() + "**" + plain(item.gross().subtract(item.discount())) + "*" + plain(item.gross()) + "*"
                + plain(item.discount()));
            body.add("REF*PO*" + item.po());
            body.add("DTM*003*20260309");
            if (item.claimed().signum() > 0) {
                body.add("RMR*IV*" + item.invoice() + "SC**-" + plain(item.claimed()) + "*-" + plain(item.claimed()));
                body.add("DTM*003*20260420");
            }
        }
        return file(number, "RA", FIRST, "820", body);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
