// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels.internal;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The fonts of our papers and text at a place of a page. */
public final class Ink {
    public static final BaseFont PLAIN = font(BaseFont.HELVETICA);
    public static final BaseFont BOLD = font(BaseFont.HELVETICA_BOLD);
    private static final float SMALLEST = 5.5f;
    private final PdfContentByte page;

    public Ink(PdfContentByte page) {
        this.page = page;
    }

    private static BaseFont font(String name) {
        try {
            return BaseFont.createFont(name, BaseFont.CP1252, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in fonts are part of every PDF reader", e);
        }
    }

    public static Font of(BaseFont font, float size, Color color) {
        return new Font(font, size, Font.NORMAL, color);
    }

    /** Text on one line; made smaller, then cut, until it fits the width. Gives back nothing for an empty text. */
    public void text(String text, BaseFont font, float size, float x, float y, float width) {
        String shown = Words.latin(text);
        if (shown.isEmpty()) {
            return;
        }
        float fitting = size;
        while (fitting > SMALLEST && font.getWidthPoint(shown, fitting) > width) {
            fitting -= 0.5f;
        }
        while (shown.length() > 1 && font.getWidthPoint(shown, fitting) > width) {
            shown = shown.substring(0, shown.length() - 1);
        }
        page.beginText();
        page.setFontAndSize(font, fitting);
        page.setTextMatrix(x, y);
        page.showText(shown);
        page.endText();
    }

    public void centred(String text, BaseFont font, float size, float middle, float y) {
        text(text, font, size, middle - font.getWidthPoint(Words.latin(text), size) / 2, y, Float.MAX_VALUE);
    }

    /** A small heading above a field. */
    public void caption(String text, float x, float y) {
        text(text, PLAIN, 6, x, y, Float.MAX_VALUE);
    }

    public void line(float fromX, float fromY, float toX, float toY, float width) {
        page.setLineWidth(width);
        page.moveTo(fromX, fromY);
        page.lineTo(toX, toY);
        page.stroke();
    }
}
