// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.idoc.IdocSlice;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One element of an IDoc's XML before it is known whether it is a segment or a field. */
final class XmlElement {
    /** IDoc types nest six segments at most; deeper is no IDoc. */
    private static final int DEEPEST = 30;

    private final String name;
    private final boolean marked;
    private final StringBuilder text = new StringBuilder();
    private final List<XmlElement> children = new ArrayList<>(4);

    private XmlElement(String name, boolean marked) {
        this.name = name;
        this.marked = marked;
    }

    /** Name without namespace prefix, as in the file. */
    String name() {
        return name;
    }

    /** Whether it has SEGMENT="1". */
    boolean marked() {
        return marked;
    }

    /** Without trailing blanks and line ends. */
    String text() {
        return text.toString().stripTrailing();
    }

    List<XmlElement> children() {
        return children;
    }

    /** A new one each time: factories are not safe to share between threads. */
    private static XMLInputFactory secureFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** Reads the bytes of one IDOC element. */
    static XmlElement read(IdocSlice slice, byte[] bytes) {
        try {
            XMLStreamReader reader = secureFactory().createXMLStreamReader(new StringReader(decoded(slice, bytes)));
            try {
                return read(slice, reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            String message = e.getMessage().replaceAll("(?s)ParseError at \\[row,col\\]:\\[(\\d+),(\\d+)\\]\\s*Message: ",
                "line $1 of it, column $2: ");
            throw Faults.unreadable("IDoc " + slice.ordinal() + " is not well-formed XML: " + message);
        }
    }

    /** Decoded here, because the parser writes of wrong bytes to the console. */
    private static String decoded(IdocSlice slice, byte[] bytes) {
        try {
            return slice.charset().newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Faults.unreadable("IDoc " + slice.ordinal() + " is not well-formed XML: it holds bytes that are no "
                + slice.charset().name() + "; let it be written anew in the character set that it names");
        }
    }

    private static XmlElement read(IdocSlice slice, XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = reader.getLocalName();
                    XmlElement element = new XmlElement(name.substring(name.indexOf(':') + 1), hasSegment(reader));
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().children.add(element);
                    }
                    open.push(element);
                    if (open.size() > DEEPEST) {
                        throw Faults.unreadable("IDoc " + slice.ordinal() + " nests elements deeper than any IDoc type");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw Faults.unreadable("IDoc " + slice.ordinal()
                    + " refers to the entity '"
                    + reader.getLocalName() + "', which is not defined");
                default -> {
                    // comments and processing instructions say nothing about the document
                }
            }
        }
        return root;
    }

    private static boolean hasSegment(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("SEGMENT")) {
                return true;
            }
        }
        return false;
    }
}
