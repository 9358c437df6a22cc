// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.idoc.IdocForm;
import io.acornhub.idoc.IdocSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the {@code <IDOC>} elements of an XML file by its tags alone, so that byte offsets are exact and memory is that of one
 * IDoc; what is inside is read by a real XML parser afterwards. The elements around them (ORDERS05, a SOAP envelope) do
 * not matter. A document type declaration is refused: IDocs have none, attacks do.
 */
public final class XmlSlicer implements Slicer {
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final int NAME_LIMIT = 200;

    private final InputStream in;
    private final boolean keep;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(64 * 1024);
    private Charset charset = StandardCharsets.UTF_8;
    private String rootName;
    private int at;
    private int filled;
    private long position;
    private int depth;
    private int idocDepth;
    private int ordinal;
    private long start;

    /**
     * @param in the file, behind a byte order mark if it has one
     * @param base bytes of that mark
     * @param keep whether the bytes are wanted
     */
    public XmlSlicer(InputStream in, long base, boolean keep) {
        this.in = in;
        this.position = base;
        this.keep = keep;
    }

    @Override
    public IdocSlice next() throws IOException {
        int c = read();
        while (c >= 0) {
            if (c == '<' && markup()) {
                return new IdocSlice(IdocForm.XML, ++ordinal, 1, start, position - start, charset);
            }
            c = read();
        }
        if (depth > 0 || rootName == null) {
            throw cut();
        }
        if (ordinal == 0) {
            throw Faults.unreadable("the XML file, root element " + rootName + ", holds no IDOC element");
        }
        return null;
    }

    @Override
    public byte[] bytes() {
        return kept.toByteArray();
    }

    /** What follows a {@code <}; true when that was the end of an IDoc. */
    private boolean markup() throws IOException {
        long from = position - 1;
        if (idocDepth == 0) {
            kept.reset();
            append('<');
        }
        int c = demand();
        if (c == '?') {
            declaration(skipTo("?>"));
            return false;
        }
        if (c == '!') {
            special();
            return false;
        }
        return c == '/' ? endTag() : startTag(c, from);
    }

    private void special() throws IOException {
        int c = demand();
        if (c == '-') {
            demand();
            skipTo("-->");
        } else if (c == '[') {
            skipTo("]]>");
        } else {
            throw Faults.unreadable("the XML file has a document type declaration (<!DOCTYPE), which an IDoc file never has");
        }
    }

    private boolean endTag() throws IOException {
        skipTo(">");
        if (depth == 0) {
            throw Faults.unreadable("the XML file closes an element that is not open, at byte " + position);
        }
        depth--;
        return idocClosed();
    }

    private boolean startTag(int first, long from) throws IOException {
        StringBuilder name = new StringBuilder();
        int c = first;
        while (c != '>' && c != '/' && !Character.isWhitespace(c)) {
            if (name.length() == NAME_LIMIT) {
                throw Faults.unreadable("what follows '<' at byte " + from + " is no element name: the file is no XML");
            }
            name.append((char) c);
            c = demand();
        }
        boolean empty = restOfTag(c);
        String local = name.substring(name.indexOf(":") + 1);
        rootName = rootName == null ? local : rootName;
        depth++;
        if (idocDepth == 0 && local.equals("IDOC")) {
            idocDepth = depth;
            start = from;
        }
        if (!empty) {
            return false;
        }
        depth--;
        return idocClosed();
    }

    private boolean idocClosed() {
        if (idocDepth == 0 || depth >= idocDepth) {
            return false;
        }
        idocDepth = 0;
        return true;
    }

    /** Attributes up to the end of the tag, where {@code >} may be inside quotes; true for {@code />}. */
    private boolean restOfTag(int first) throws IOException {
        int c = first;
        int quote = 0;
        boolean slash = false;
        while (c != '>' || quote != 0) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
            slash = c == '/';
            c = demand();
        }
        return slash;
    }

    private String skipTo(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        int matched = 0;
        while (matched < end.length()) {
            int c = demand();
            if (text.length() < NAME_LIMIT) {
                text.append((char) c);
            }
            if (c == end.charAt(matched)) {
                matched++;
            } else if (!(matched == 2 && end.length() > 2 && c == end.charAt(1))) {
                matched = c == end.charAt(0) ? 1 : 0;
            }
        }
        return text.toString();
    }

    private void declaration(String instruction) {
        Matcher encoding = ENCODING.matcher(instruction);
        if (!instruction.startsWith("xml") || !encoding.find()) {
            return;
        }
        try {
            charset = Charset.forName(encoding.group(1));
        } catch (IllegalArgumentException e) {
            throw Faults.encoding("the XML file says encoding=\"" + encoding.group(1) + "\", which is not known");
        }
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            throw Faults.encoding("the XML file says " + charset.name() + " but is not written in it");
        }
    }

    private int demand() throws IOException {
        int c = read();
        if (c < 0) {
            throw cut();
        }
        return c;
    }

    private RuntimeException cut() {
        return Faults.unreadable("the XML file ends after " + position + " bytes inside "
            + (idocDepth > 0 ? "IDoc " + (ordinal + 1) : rootName == null ? "what comes before its first element" : "element " + rootName)
            + ": it is cut");
    }

    private int read() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, in.read(buffer));
            if (filled == 0) {
                return -1;
            }
        }
        int c = buffer[at++] & 0xff;
        position++;
        if (idocDepth > 0 || c != '<') {
            append(c);
        }
        return c;
    }

    private void append(int c) {
        if (keep) {
            kept.write(c);
        }
    }
}
