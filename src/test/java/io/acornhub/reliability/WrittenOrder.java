// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An invented order and how it will be answered.
 *
 * @param answer what its ERP will say
 * @param byTables answered through the interface tables, else by an IDoc
 */
public record WrittenOrder(String po, List<Line> lines, Answer answer, boolean byTables) {

    public record Line(int number, int quantity, BigDecimal price, String gtin, String item) {
    }

    public enum Answer {
        ALL, LESS, NOTHING
    }

    /** Order number {@code index} of a series; the same series and index always give the same order. */
    public static WrittenOrder of(long series, int index, boolean tables) {
        Random random = new Random(series * 1_000_003 + index);
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 1; i <= count; i++) {
            String item = String.format("AC-%04d", random.nextInt(10_000));
            lines.add(new Line(i, 1 + random.nextInt(200), BigDecimal.valueOf(100 + random.nextInt(9900), 2), gtin(random), item));
        }
        Answer answer = index % 10 == 3 ? Answer.LESS : index % 20 == 7 ? Answer.NOTHING : Answer.ALL;
        return new WrittenOrder(String.format("%01X%07d", Math.floorMod(series, 16), index), lines, answer, tables && index % 5 == 4);
    }

    /** What the ERP confirms of a line. */
    public int confirmed(Line line) {
        return switch (answer) {
            case ALL -> line.quantity();
            case LESS -> line.quantity() / 2;
            case NOTHING -> 0;
        };
    }

    private static String gtin(Random random) {
        String digits = String.format("6141%07d", random.nextInt(10_000_000));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
