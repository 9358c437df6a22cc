// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An invented order and what becomes of it.
 *
 * @param answer what its ERP will say
 * @param byTables its ERP sends rows of the interface tables, else IDocs
 * @param collect Amazon's carrier collects it, by a routing instruction; else the vendor's own carrier takes it
 * @param goesOn what is confirmed is shipped, billed and paid; else its story ends with the answer
 */
public record WrittenOrder(String po, List<Line> lines, Answer answer, boolean byTables, boolean collect, boolean goesOn) {

    public record Line(int number, int quantity, BigDecimal price, String gtin, String item) {
    }

    public enum Answer {
        ALL, LESS, NOTHING
    }

    /** An order that ends with its answer. */
    public WrittenOrder(String po, List<Line> lines, Answer answer, boolean byTables) {
        this(po, lines, answer, byTables, true, false);
    }

    /** The same, of a series. */
    public static WrittenOrder of(long series, int index, boolean tables) {
        return of(series, index, tables, 0);
    }

    /**
     * Order number {@code index} of a series; the same series and index always give the same order.
     *
     * @param wholeWay how many of a hundred orders go on until they are paid
     */
    public static WrittenOrder of(long series, int index, boolean tables, int wholeWay) {
        Random random = new Random(series * 1_000_003 + index);
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 1; i <= count; i++) {
            String item = String.format("AC-%04d", random.nextInt(10_000));
            lines.add(new Line(i, 1 + random.nextInt(200), BigDecimal.valueOf(100 + random.nextInt(9900), 2), gtin(random), item));
        }
        Answer answer = index % 10 == 3 ? Answer.LESS : index % 20 == 7 ? Answer.NOTHING : Answer.ALL;
        WrittenOrder order = new WrittenOrder(String.format("%01X%07d", Math.floorMod(series, 16), index), lines, answer,
            tables && index % 5 == 4, wholeWay == 0 || index % 3 == 1, index * 37 % 100 < wholeWay);
        return order.goesOn && order.confirmed().isEmpty() ? new WrittenOrder(order.po, lines, answer, order.byTables, order.collect, false)
            : order;
    }

    /** What the ERP confirms of a line. */
    public int confirmed(Line line) {
        return switch (answer) {
            case ALL -> line.quantity();
            case LESS -> line.quantity() / 2;
            case NOTHING -> 0;
        };
    }

    /** The lines of which something is confirmed. */
    public List<Line> confirmed() {
        return lines.stream().filter(line -> confirmed(line) > 0).toList();
    }

    /** What is billed of a line when all that is confirmed was shipped. */
    public BigDecimal amount(Line line) {
        return line.price().multiply(BigDecimal.valueOf(confirmed(line)));
    }

    public BigDecimal total() {
        return lines.stream().map(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public String shipment() {
        return "8" + po;
    }

    public String invoice() {
        return "INV-" + po;
    }

    /** The number that Amazon's carrier collects it under (ARN). */
    public String amazonReference() {
        return "7" + Integer.parseInt(po.substring(0, 1), 16) % 10 + po.substring(1);
    }

    private static String gtin(Random random) {
        String digits = String.format("6141%07d", random.nextInt(10_000_000));
        return digits + checkDigit(digits);
    }

    /** Of any GS1 number: the digits weigh 3, 1, 3 from the right. */
    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * ((digits.length() - i) % 2 == 1 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }
}
