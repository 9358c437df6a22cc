// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels.internal;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** The foot of every page: what the paper is, and page n of m. */
public final class PageNumbers extends PdfPageEventHelper {
    private static final float SIZE = 8;
    private static final float FOOT = 24;
    private final String title;
    private PdfTemplate total;

    public PageNumbers(String title) {
        this.title = Words.latin(title);
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(30, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte page = writer.getDirectContent();
        Ink ink = new Ink(page);
        ink.text(title, Ink.PLAIN, SIZE, document.left(), FOOT, document.right() - document.left() - 90);
        String number = "Page " + writer.getPageNumber() + " of ";
        float x = document.right() - Ink.PLAIN.getWidthPoint(number, SIZE) - 18;
        ink.text(number, Ink.PLAIN, SIZE, x, FOOT, Float.MAX_VALUE);
        page.addTemplate(total, x + Ink.PLAIN.getWidthPoint(number, SIZE), FOOT);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        total.beginText();
        total.setFontAndSize(Ink.PLAIN, SIZE);
        total.setTextMatrix(0, 0);
        // the document has opened one page more than it has
        total.showText(String.valueOf(writer.getPageNumber() - 1));
        total.endText();
    }
}
