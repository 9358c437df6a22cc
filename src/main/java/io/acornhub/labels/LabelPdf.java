// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.Barcode128;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import io.acornhub.canonical.Party;
import io.acornhub.labels.PackingList.Line;
import io.acornhub.labels.internal.Gs1Code;
import io.acornhub.labels.internal.Ink;
import io.acornhub.labels.internal.Words;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * GS1 logistics labels of 4 by 6 inches, a page each: from and to, postal code and carrier, what is inside, the SSCC. Module width
 * and height of the bars follow the GS1 General Specifications for goods in distribution (0.495 to 1.016 mm, at least 31.75 mm).
 */
public final class LabelPdf {
    private static final float WIDTH = 288;
    private static final float HEIGHT = 432;
    private static final float EDGE = 10;
    private static final float RIGHT = WIDTH - EDGE;
    /** Module of the SSCC: 1.5 pt are 0.53 mm. */
    private static final float SSCC_MODULE = 1.5f;
    private static final float POSTAL_MODULE = 1.42f;
    private static final float POSTAL_WIDTH = 172;
    private static final float BELOW_PARTIES = 342;
    private static final float BELOW_CARRIER = 258;
    private static final float BELOW_CONTENTS = 158;

    private LabelPdf() {
    }

    /** Writes the labels; the stream stays open. */
    public static void write(List<Label> labels, OutputStream out) {
        Document document = new Document(new Rectangle(WIDTH, HEIGHT), 0, 0, 0, 0);
        try {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            document.addTitle("Labels of shipment " + labels.get(0).shipmentId());
            document.addCreator("Acorn Hub");
            document.open();
            for (Label label : labels) {
                document.newPage();
                draw(label, writer.getDirectContent());
            }
            document.close();
        } catch (DocumentException e) {
            throw new IllegalStateException("labels cannot be written as PDF: " + e.getMessage(), e);
        }
    }

    private static void draw(Label label, PdfContentByte page) {
        Ink ink = new Ink(page);
        parties(label, ink);
        ink.line(EDGE, BELOW_PARTIES, RIGHT, BELOW_PARTIES, 1);
        carrier(label, ink, page);
        ink.line(EDGE, BELOW_CARRIER, RIGHT, BELOW_CARRIER, 1);
        contents(label, ink);
        ink.line(EDGE, BELOW_CONTENTS, RIGHT, BELOW_CONTENTS, 1);
        Gs1Code sscc = Gs1Code.sscc(label.sscc());
        ink.caption("SSCC", EDGE, BELOW_CONTENTS - 10);
        float left = (WIDTH - sscc.modules() * SSCC_MODULE) / 2;
        bars(page, sscc, SSCC_MODULE, 102, left, 38);
        ink.centred(sscc.humanReadable(), Ink.BOLD, 13, WIDTH / 2, 20);
    }

    private static void parties(Label label, Ink ink) {
        float middle = 118;
        ink.caption("SHIP FROM", EDGE, HEIGHT - 16);
        float y = HEIGHT - 28;
        for (String line : first(Words.address(label.from()), 5)) {
            ink.text(line, Ink.PLAIN, 8, EDGE, y, middle - EDGE - 6);
            y -= 10;
        }
        ink.line(middle, HEIGHT - EDGE, middle, BELOW_PARTIES, 0.5f);
        ink.caption("SHIP TO", middle + 6, HEIGHT - 16);
        Party to = label.to();
        String place = Words.place(to);
        ink.text(place, Ink.BOLD, 16, middle + 6, HEIGHT - 34, RIGHT - middle - 6);
        y = place.isEmpty() ? HEIGHT - 30 : HEIGHT - 47;
        for (String line : first(Words.address(to), 4)) {
            ink.text(line, Ink.PLAIN, 10, middle + 6, y, RIGHT - middle - 6);
            y -= 12;
        }
    }

    private static void carrier(Label label, Ink ink, PdfContentByte page) {
        float right = EDGE + POSTAL_WIDTH + 6;
        Gs1Code.postalCode(label.to()).ifPresent(code -> {
            ink.caption("SHIP TO POSTAL CODE", EDGE, BELOW_PARTIES - 10);
            float module = Math.min(POSTAL_MODULE, POSTAL_WIDTH / (code.modules() + 2 * Gs1Code.QUIET));
            float length = code.modules() * module;
            float left = EDGE + (POSTAL_WIDTH - length) / 2;
            bars(page, code, module, 46, left, BELOW_CARRIER + 19);
            ink.centred(code.humanReadable(), Ink.PLAIN, 10, EDGE + POSTAL_WIDTH / 2, BELOW_CARRIER + 7);
        });
        ink.line(right, BELOW_PARTIES, right, BELOW_CARRIER, 0.5f);
        float x = right + 6;
        float y = BELOW_PARTIES - 10;
        y = field(ink, "CARRIER", Words.carrier(label.carrierCode(), label.carrierName()), x, y, RIGHT - x);
        y = field(ink, "PRO / TRACKING", label.proNumber(), x, y, RIGHT - x);
        y = field(ink, "B/L", label.billOfLading(), x, y, RIGHT - x);
        field(ink, "ARN", label.amazonReference(), x, y, RIGHT - x);
    }

    private static void contents(Label label, Ink ink) {
        float right = 196;
        ink.caption("PURCHASE ORDER", EDGE, BELOW_CARRIER - 10);
        ink.text(Words.orders(label.orders()), Ink.BOLD, 15, EDGE, BELOW_CARRIER - 26, right - EDGE - 6);
        float y = BELOW_CARRIER - 38;
        Line item = label.item();
        if (item == null) {
            y = field(ink, "CONTENTS", label.items() == 0 ? "" : "MIXED: " + label.items() + " items", EDGE, y, right - EDGE - 6);
        } else {
            y = field(ink, "ITEM", item.itemId(), EDGE, y, right - EDGE - 6);
            ink.text(item.description(), Ink.PLAIN, 8, EDGE, y + 2, right - EDGE - 6);
            y -= 8;
        }
        y = field(ink, "QUANTITY", Words.quantities(label.quantities()), EDGE, y, right - EDGE - 6);
        if (item != null && label.contents().size() == 1) {
            String expiry = item.expiry() == null ? "" : "  EXP " + item.expiry();
            ink.text((item.lot() == null ? "" : "LOT " + item.lot()) + expiry, Ink.PLAIN, 8, EDGE, y + 2, right - EDGE - 6);
        }
        ink.line(right, BELOW_CARRIER, right, BELOW_CONTENTS, 0.5f);
        float x = right + 6;
        ink.caption(label.kind() == null ? "PACKAGE" : label.kind(), x, BELOW_CARRIER - 10);
        ink.text(label.number() + " of " + label.of(), Ink.BOLD, 15, x, BELOW_CARRIER - 26, RIGHT - x);
        y = field(ink, "SHIPMENT", label.shipmentId(), x, BELOW_CARRIER - 40, RIGHT - x);
        field(ink, "GROSS WEIGHT", Words.measure(label.grossWeight()), x, y, RIGHT - x);
    }

    /** A heading with its value below; what is absent takes no room. Gives the height of the next. */
    private static float field(Ink ink, String caption, String value, float x, float y, float width) {
        if (value == null || value.isBlank()) {
            return y;
        }
        ink.caption(caption, x, y);
        ink.text(value, Ink.BOLD, 9, x, y - 10, width);
        return y - 20;
    }

    private static void bars(PdfContentByte page, Gs1Code code, float module, float height, float x, float y) {
        Barcode128 symbol = new Barcode128();
        symbol.setCodeType(Barcode128.CODE128_UCC);
        symbol.setCode(code.data());
        symbol.setFont(null);
        symbol.setX(module);
        symbol.setBarHeight(height);
        page.saveState();
        page.concatCTM(1, 0, 0, 1, x, y);
        symbol.placeBarcode(page, null, null);
        page.restoreState();
    }

    private static List<String> first(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        // the place matters more than a second street
        List<String> fitting = new ArrayList<>(lines.subList(0, most - 2));
        fitting.addAll(lines.subList(lines.size() - 2, lines.size()));
        return fitting;
    }
}
