// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import com.ctc.wstx.stax.WstxInputFactory;
import io.acornhub.infoset.Node;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML form of the light tree, as templates write it: an element a node; what is empty is left out. */
final class InfosetXml {
    private static final XMLInputFactory FACTORY = factory();

    private InfosetXml() {
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.configureForSpeed();
        return factory;
    }

    /** @return the root element, null if nothing in it has a text */
    static Node read(String xml) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
        Deque<Open> open = new ArrayDeque<>();
        Node root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open.push(new Open(reader.getLocalName()));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty() && open.peek().branch == null) {
                        // a text comes in pieces where it holds an entity such as &amp;
                        open.peek().text += reader.getText();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Node done = open.pop().done();
                    if (open.isEmpty()) {
                        root = done;
                    } else if (done != null) {
                        open.peek().branch().add(done);
                    }
                }
                default -> {
                }
            }
        }
        return root;
    }

    /** An element that has begun; whether it is a leaf shows only at its end. */
    private static final class Open {
        private final String name;
        private Node branch;
        private String text = "";

        Open(String name) {
            this.name = name;
        }

        Node branch() {
            if (branch == null) {
                branch = Node.branch(name, 0);
            }
            return branch;
        }

        Node done() {
            if (branch != null) {
                return branch;
            }
            String value = text.strip();
            return value.isEmpty() ? null : Node.leaf(name, value, 0);
        }
    }
}
