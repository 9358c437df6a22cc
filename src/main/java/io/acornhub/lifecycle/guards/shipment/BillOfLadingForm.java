// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;

/**
 * The number of a bill of lading has up to 30 characters, no spaces, and is a number of its own: neither another number of the
 * shipment nor a time.
 */
public final class BillOfLadingForm extends NoticeGuard {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    public BillOfLadingForm() {
        super("bill-of-lading-form", FaultCode.BILL_OF_LADING_INVALID, "a bill of lading with spaces, over 30 characters, or that is "
            + "another number or a date");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        String number = notice.billOfLading();
        if (blank(number)) {
            return List.of();
        }
        String defect = number.matches(".*\\s.*") ? "has spaces in it" : number.length() > 30 ? "is longer than 30 characters"
            : number.equals(notice.proNumber()) || number.equals(notice.amazonReference()) || number.equals(notice.sealNumber())
                ? "is the same as another number of the shipment" : time(number) ? "is a date" : null;
        return defect == null ? List.of() : List.of(fault("billOfLading", number, "Bill of lading " + number + " " + defect
            + ". Enter the carrier's number as it stands on the paper."));
    }

    private static boolean time(String number) {
        if (!number.matches("20\\d{6}([0-2]\\d[0-5]\\d([0-5]\\d)?)?")) {
            return false;
        }
        try {
            LocalDate.parse(number.substring(0, 8), DAY);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
