// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import io.acornhub.canonical.Party;
import io.acornhub.labels.PackingList.Entry;
import io.acornhub.labels.PackingList.Line;
import io.acornhub.labels.internal.Ink;
import io.acornhub.labels.internal.PageNumbers;
import io.acornhub.labels.internal.Words;
import java.awt.Color;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A packing list to print, on paper of letter size: every package with its SSCC, every line of it, totals, numbered pages. */
public final class PackingListPdf {
    private static final Color SHADE = new Color(232, 236, 240);
    private static final Color RULE = new Color(150, 150, 150);
    private static final Color CAPTION = new Color(90, 90, 90);
    private static final float[] WIDTHS = {80, 92, 60, 84, 122, 70, 58};
    private final PackingList list;

    private PackingListPdf(PackingList list) {
        this.list = list;
    }

    /** Writes the packing list; the stream stays open. */
    public static void write(PackingList list, OutputStream out) {
        Document document = new Document(PageSize.LETTER, 24, 24, 30, 42);
        try {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            writer.setPageEvent(new PageNumbers("Packing list of shipment " + list.shipmentId()));
            document.addTitle("Packing list of shipment " + list.shipmentId());
            document.addCreator("Acorn Hub");
            document.open();
            new PackingListPdf(list).fill(document);
            document.close();
        } catch (DocumentException e) {
            throw new IllegalStateException("the packing list cannot be written as PDF: " + e.getMessage(), e);
        }
    }

    private void fill(Document document) {
        document.add(new Paragraph("PACKING LIST", Ink.of(Ink.BOLD, 18, Color.BLACK)));
        document.add(new Paragraph(Words.latin("Shipment " + list.shipmentId()), Ink.of(Ink.BOLD, 12, Color.BLACK)));
        document.add(parties());
        document.add(facts());
        document.add(packages());
        document.add(totals());
    }

    private PdfPTable parties() {
        PdfPTable table = table(new float[] {1, 1}, 8);
        Party from = list.party("SHIP_FROM").or(() -> list.party("SELLING")).orElse(null);
        table.addCell(party("SHIP FROM", from));
        table.addCell(party("SHIP TO", list.party("SHIP_TO").orElse(null)));
        return table;
    }

    private static PdfPCell party(String caption, Party party) {
        PdfPCell cell = new PdfPCell();
        cell.setBorderColor(RULE);
        cell.setPadding(5);
        cell.addElement(new Paragraph(9, caption, Ink.of(Ink.PLAIN, 7, CAPTION)));
        String place = Words.place(party);
        if (!place.isEmpty()) {
            cell.addElement(new Paragraph(13, Words.latin(place), Ink.of(Ink.BOLD, 11, Color.BLACK)));
        }
        Words.address(party).forEach(line -> cell.addElement(new Paragraph(11, Words.latin(line), Ink.of(Ink.PLAIN, 9, Color.BLACK))));
        return cell;
    }

    private PdfPTable facts() {
        PdfPTable table = table(new float[] {1, 1, 1, 1}, 8);
        List<String[]> facts = Stream.of(new String[] {"CARRIER", Words.carrier(list.carrierCode(), list.carrierName())},
            new String[] {"PRO / TRACKING", list.proNumber()}, new String[] {"BILL OF LADING", list.billOfLading()},
            new String[] {"AMAZON REFERENCE (ARN)", list.amazonReference()}, new String[] {"FREIGHT", list.freight()},
            new String[] {"SEAL", list.sealNumber()}, new String[] {"SHIPPED", Words.time(list.shippedAt())},
            new String[] {"EXPECTED", Words.time(list.estimatedDelivery())}, new String[] {"VENDOR CODE", list.vendorCode()})
            .filter(fact -> fact[1] != null && !fact[1].isBlank()).toList();
        for (String[] fact : facts) {
            PdfPCell cell = new PdfPCell();
            cell.setBorder(Rectangle.NO_BORDER);
            cell.addElement(new Paragraph(8, fact[0], Ink.of(Ink.PLAIN, 6.5f, CAPTION)));
            cell.addElement(new Paragraph(11, Words.latin(fact[1]), Ink.of(Ink.PLAIN, 9, Color.BLACK)));
            table.addCell(cell);
        }
        table.getDefaultCell().setBorder(Rectangle.NO_BORDER);
        table.completeRow();
        return table;
    }

    private PdfPTable packages() {
        PdfPTable table = table(WIDTHS, 10);
        for (String heading : List.of("Package", "SSCC", "Order", "Item", "Description", "Lot / expiry", "Quantity")) {
            PdfPCell cell = cell(heading, Ink.BOLD, 8);
            cell.setBackgroundColor(SHADE);
            table.addCell(cell);
        }
        table.setHeaderRows(1);
        for (Entry entry : list.packages()) {
            entry(table, entry);
        }
        for (Line line : list.unpacked()) {
            line(table, cell("unpacked", Ink.PLAIN, 8), "", line);
        }
        return table;
    }

    private static void entry(PdfPTable table, Entry entry) {
        String kind = entry.kind() == null ? "Package" : entry.kind().charAt(0) + entry.kind().substring(1).toLowerCase(Locale.ROOT);
        String count = kind + " " + entry.number() + "/" + entry.of();
        String sscc = entry.sscc() == null ? "" : entry.sscc();
        if (entry.contents().isEmpty()) {
            table.addCell(indented(count, Ink.BOLD, entry.depth()));
            table.addCell(cell(sscc, Ink.BOLD, 8));
            PdfPCell rest = cell(Stream.of(entry.trackingNumber(), Words.measure(entry.grossWeight()))
                .filter(t -> t != null && !t.isBlank()).collect(Collectors.joining(", ")), Ink.PLAIN, 8);
            rest.setColspan(WIDTHS.length - 2);
            table.addCell(rest);
        }
        boolean first = true;
        for (Line line : entry.contents()) {
            line(table, indented(first ? count : "", Ink.PLAIN, entry.depth()), first ? sscc : "", line);
            first = false;
        }
    }

    private static void line(PdfPTable table, PdfPCell count, String sscc, Line line) {
        table.addCell(count);
        table.addCell(cell(sscc, Ink.PLAIN, 8));
        table.addCell(cell(line.poNumber(), Ink.PLAIN, 8));
        table.addCell(cell(line.itemId(), Ink.PLAIN, 8));
        String own = line.vendorItem() == null || line.vendorItem().equals(line.itemId()) ? "" : line.vendorItem();
        table.addCell(cell(Stream.of(own, line.description()).filter(t -> t != null && !t.isBlank()).collect(Collectors.joining(" ")),
            Ink.PLAIN, 8));
        table.addCell(cell(Stream.of(line.lot(), line.expiry()).filter(t -> t != null).map(Object::toString)
            .collect(Collectors.joining("\n")), Ink.PLAIN, 8));
        PdfPCell quantity = cell(line.quantity() == null ? "" : line.quantity().toPlainString() + " " + line.unit(), Ink.PLAIN, 8);
        quantity.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.addCell(quantity);
    }

    private PdfPTable totals() {
        PackingList.Totals totals = list.totals();
        PdfPTable table = table(new float[] {1, 4}, 10);
        table.setKeepTogether(true);
        total(table, "Packages", counted(totals.pallets(), "pallet") + ", " + counted(totals.cartons(), "carton"));
        total(table, "Quantity", Words.quantities(totals.quantities()));
        total(table, "Gross weight", Words.measure(totals.grossWeight()));
        total(table, "Volume", Words.measure(totals.volume()));
        total(table, "Orders", String.join(", ", totals.orders()));
        return table;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static void total(PdfPTable table, String caption, String value) {
        if (!value.isBlank()) {
            PdfPCell left = cell(caption, Ink.BOLD, 9);
            left.setBackgroundColor(SHADE);
            table.addCell(left);
            table.addCell(cell(value, Ink.PLAIN, 9));
        }
    }

    private static PdfPTable table(float[] widths, float before) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(before);
        return table;
    }

    private static PdfPCell indented(String text, BaseFont font, int depth) {
        PdfPCell cell = cell(text, font, 8);
        cell.setPaddingLeft(3 + 5 * Math.min(depth, 3));
        return cell;
    }

    private static PdfPCell cell(String text, BaseFont font, float size) {
        PdfPCell cell = new PdfPCell(new Phrase(Words.latin(text), Ink.of(font, size, Color.BLACK)));
        cell.setBorderColor(RULE);
        cell.setBorderWidth(0.5f);
        cell.setPadding(3);
        return cell;
    }
}
