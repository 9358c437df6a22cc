// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a PDF as its users do: the text, and the bar codes by scanning the printed page. */
final class PaperReader implements AutoCloseable {
    /** Dots an inch of the picture that is scanned. */
    private static final float DOTS = 300;
    private final PDDocument document;

    PaperReader(byte[] pdf) throws IOException {
        document = Loader.loadPDF(pdf);
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** Lines of text from top to bottom. */
    List<String> lines(int firstPage, int lastPage) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(firstPage);
        stripper.setEndPage(lastPage);
        return stripper.getText(document).lines().map(String::strip).toList();
    }

    List<String> lines() throws IOException {
        return lines(1, pages());
    }

    /**
     * What a scanner gives for every Code 128 symbol of a page, from top to bottom; GS1 symbols, which begin with FNC1, have the
     * prefix {@code ]C1}.
     */
    List<String> barCodes(int page) throws IOException {
        BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page - 1, DOTS);
        List<String> found = new ArrayList<>();
        // a band at a time, since a reader stops at the first symbol it finds
        int band = picture.getHeight() / 40;
        for (int y = 0; y + band <= picture.getHeight(); y += band) {
            BinaryBitmap strip = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture, 0, y,
                picture.getWidth(), band)));
            try {
                Result result = new Code128Reader().decode(strip, Map.of(DecodeHintType.ASSUME_GS1, true, DecodeHintType.TRY_HARDER, true));
                if (!found.contains(result.getText())) {
                    found.add(result.getText());
                }
            } catch (NotFoundException | FormatException none) {
                // most bands hold no symbol
            }
        }
        return found;
    }

    BufferedImage picture(int page) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(page - 1, 150);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
