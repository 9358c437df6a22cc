// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import io.acornhub.labels.PackingList.Line;
import io.acornhub.labels.internal.Gs1Code;
import io.acornhub.labels.internal.Words;
import java.util.List;

/**
 * The labels in ZPL II for a printer of 203 dots an inch and 4 by 6 inch labels, laid out as in {@link LabelPdf}. Text goes through
 * {@code ^FH}, so that no value can be taken for a command.
 */
public final class LabelZpl {
    private static final int WIDTH = 812;
    private static final int HEIGHT = 1218;
    private static final int EDGE = 28;
    private static final int RIGHT = WIDTH - EDGE;
    /** Dots of a module: 4 dots are 0.5 mm. */
    private static final int MODULE = 4;
    private static final int POSTAL_WIDTH = 484;
    private final StringBuilder zpl = new StringBuilder();

    private LabelZpl() {
    }

    /** The labels one after the other. */
    public static String write(List<Label> labels) {
        LabelZpl writer = new LabelZpl();
        labels.forEach(writer::label);
        return writer.zpl.toString();
    }

    private void label(Label label) {
        zpl.append("^XA\n^CI28\n^PW").append(WIDTH).append("\n^LL").append(HEIGHT).append("\n^LH0,0\n");
        parties(label);
        rule(EDGE, 254, WIDTH - 2 * EDGE, 0);
        carrier(label);
        rule(EDGE, 490, WIDTH - 2 * EDGE, 0);
        contents(label);
        rule(EDGE, 772, WIDTH - 2 * EDGE, 0);
        text(EDGE, 786, 20, "SSCC", 100);
        Gs1Code sscc = Gs1Code.sscc(label.sscc());
        bars(sscc, MODULE, 288, (WIDTH - sscc.modules() * MODULE) / 2, 816);
        centred(0, 1122, 42, sscc.humanReadable(), WIDTH);
        zpl.append("^PQ1\n^XZ\n");
    }

    private void parties(Label label) {
        text(EDGE, 28, 18, "SHIP FROM", 200);
        int y = 54;
        for (String line : Words.address(label.from())) {
            text(EDGE, y, 24, line, 290);
            y += 28;
        }
        rule(334, EDGE, 0, 226);
        text(352, 28, 18, "SHIP TO", 200);
        text(352, 50, 46, Words.place(label.to()), RIGHT - 352);
        y = 102;
        for (String line : Words.address(label.to())) {
            text(352, y, 30, line, RIGHT - 352);
            y += 33;
        }
    }

    private void carrier(Label label) {
        Gs1Code.postalCode(label.to()).ifPresent(code -> {
            text(EDGE, 266, 18, "SHIP TO POSTAL CODE", 300);
            int module = Math.max(1, Math.min(MODULE, POSTAL_WIDTH / (code.modules() + 2 * Gs1Code.QUIET)));
            bars(code, module, 140, EDGE + (POSTAL_WIDTH - code.modules() * module) / 2, 294);
            centred(EDGE, 446, 30, code.humanReadable(), POSTAL_WIDTH);
        });
        int x = EDGE + POSTAL_WIDTH + 34;
        rule(x - 18, 254, 0, 236);
        int y = field("CARRIER", Words.carrier(label.carrierCode(), label.carrierName()), x, 266, RIGHT - x);
        y = field("PRO / TRACKING", label.proNumber(), x, y, RIGHT - x);
        y = field("B/L", label.billOfLading(), x, y, RIGHT - x);
        field("ARN", label.amazonReference(), x, y, RIGHT - x);
    }

    private void contents(Label label) {
        int right = 553;
        int width = right - EDGE - 18;
        text(EDGE, 502, 18, "PURCHASE ORDER", 300);
        text(EDGE, 524, 44, Words.orders(label.orders()), width);
        int y = 576;
        Line item = label.item();
        if (item == null) {
            y = field("CONTENTS", label.items() == 0 ? "" : "MIXED: " + label.items() + " items", EDGE, y, width);
        } else {
            y = field("ITEM", item.itemId(), EDGE, y, width);
            text(EDGE, y, 22, item.description(), width);
            y += 28;
        }
        y = field("QUANTITY", Words.quantities(label.quantities()), EDGE, y, width);
        if (item != null && label.contents().size() == 1) {
            text(EDGE, y, 24, (item.lot() == null ? "" : "LOT " + item.lot()) + (item.expiry() == null ? "" : "  EXP " + item.expiry()),
                width);
        }
        rule(right, 490, 0, 282);
        int x = right + 18;
        text(x, 502, 18, label.kind() == null ? "PACKAGE" : label.kind(), RIGHT - x);
        text(x, 524, 44, label.number() + " of " + label.of(), RIGHT - x);
        y = field("SHIPMENT", label.shipmentId(), x, 582, RIGHT - x);
        field("GROSS WEIGHT", Words.measure(label.grossWeight()), x, y, RIGHT - x);
    }

    private int field(String caption, String value, int x, int y, int width) {
        if (value == null || value.isBlank()) {
            return y;
        }
        text(x, y, 18, caption, width);
        text(x, y + 20, 27, value, width);
        return y + 54;
    }

    private void text(int x, int y, int height, String value, int width) {
        if (value != null && !value.isBlank()) {
            zpl.append("^FO").append(x).append(',').append(y).append("^A0N,").append(height).append(',').append(height).append("^TBN,")
                .append(width).append(',').append(height).append("^FH^FD").append(escaped(value)).append("^FS\n");
        }
    }

    private void centred(int x, int y, int height, String value, int width) {
        zpl.append("^FO").append(x).append(',').append(y).append("^A0N,").append(height).append(',').append(height).append("^FB")
            .append(width).append(",1,0,C^FH^FD").append(escaped(value)).append("^FS\n");
    }

    private void bars(Gs1Code code, int module, int height, int x, int y) {
        zpl.append("^FO").append(x).append(',').append(y).append("^BY").append(module).append("^BCN,").append(height)
            .append(",N,N,N,N^FD").append(code.zpl()).append("^FS\n");
    }

    private void rule(int x, int y, int width, int height) {
        zpl.append("^FO").append(x).append(',').append(y).append("^GB").append(Math.max(width, 3)).append(',')
            .append(Math.max(height, 3)).append(",3^FS\n");
    }

    /** Underscore, caret, tilde and backslash by their codes, other control characters as blanks. */
    private static String escaped(String value) {
        return value.replaceAll("\\p{Cntrl}", " ").replace("_", "_5F").replace("^", "_5E").replace("~", "_7E").replace("\\", "_5C");
    }
}
