// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.reliability.WrittenOrder.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies in which carton of an order's one shipment; the same order is always packed the same way. Every SSCC stands once in a
 * series of orders.
 *
 * @param pallet the SSCC of the pallet that all cartons stand on, null for loose cartons
 */
record Packing(String pallet, List<Carton> cartons) {
    private static final int FULL = 100;

    record Carton(String sscc, Line line, int quantity) {
    }

    static Packing of(WrittenOrder order) {
        List<Carton> cartons = new ArrayList<>();
        for (Line line : order.confirmed()) {
            for (int left = order.confirmed(line); left > 0; left -= FULL) {
                cartons.add(new Carton(sscc(order, 1 + cartons.size()), line, Math.min(left, FULL)));
            }
        }
        return new Packing(Integer.parseInt(order.po().substring(1)) % 2 == 0 ? sscc(order, 0) : null, cartons);
    }

    /** 18 digits: extension, company prefix, serial number, check digit. */
    private static String sscc(WrittenOrder order, int number) {
        String digits = "00614141" + order.po().substring(1) + String.format("%02d", number);
        return digits + WrittenOrder.checkDigit(digits);
    }

    /** Of pallet and cartons. */
    List<String> ssccs() {
        return Stream.concat(Stream.ofNullable(pallet), cartons.stream().map(Carton::sscc)).toList();
    }
}
