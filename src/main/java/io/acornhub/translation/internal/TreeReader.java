// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import java.io.IOException;
import java.io.InputStream;
import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.reader.SmooksXMLReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.DTDHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * What the hub's readers have in common. Smooks pays for every SAX event, so a reader tells it one empty element a document
 * and puts the document itself, as a light tree, into the bean context under {@link #BEAN}.
 */
public abstract class TreeReader implements SmooksXMLReader {
    /** Bean id of the document that the element now visited stands for. */
    public static final String BEAN = "document";
    /** Bean id of everything rendered, which smooks-config.xml exports. */
    private static final String RESULT = "documents";
    private static final AttributesImpl NO_ATTRIBUTES = new AttributesImpl();

    private final String element;
    private ExecutionContext execution;
    private ContentHandler content;
    private DTDHandler dtd;
    private EntityResolver entities;
    private ErrorHandler errors;

    /** @param element name of the element that stands for a document, the visitor's selector */
    protected TreeReader(String element) {
        this.element = element;
    }

    /** Hands every document of the input to {@link #found}. */
    protected abstract void read(byte[] input, Call call) throws IOException, SAXException;

    @Override
    public void parse(InputSource input) throws IOException, SAXException {
        Call call = Call.of(execution);
        execution.getBeanContext().addBean(RESULT, call.rendered());
        content.startDocument();
        content.startElement("", "documents", "documents", NO_ATTRIBUTES);
        try (InputStream bytes = input.getByteStream()) {
            read(bytes.readAllBytes(), call);
        }
        content.endElement("", "documents", "documents");
        content.endDocument();
    }

    /** One document: Smooks visits its element, and the visitor finds the tree. */
    protected final void found(SourceDocument document) throws SAXException {
        execution.getBeanContext().addBean(BEAN, document);
        content.startElement("", element, element, NO_ATTRIBUTES);
        content.endElement("", element, element);
    }

    @Override
    public void setExecutionContext(ExecutionContext execution) {
        this.execution = execution;
    }

    @Override
    public void setContentHandler(ContentHandler handler) {
        this.content = handler;
    }

    @Override
    public ContentHandler getContentHandler() {
        return content;
    }

    @Override
    public void parse(String systemId) {
        throw new UnsupportedOperationException("the hub's readers read the message's bytes");
    }

    @Override
    public boolean getFeature(String name) {
        return false;
    }

    @Override
    public void setFeature(String name, boolean value) {
        // features are of XML parsers; Smooks sets some on every reader
    }

    @Override
    public Object getProperty(String name) {
        return null;
    }

    @Override
    public void setProperty(String name, Object value) {
        // as for features
    }

    @Override
    public void setEntityResolver(EntityResolver resolver) {
        this.entities = resolver;
    }

    @Override
    public EntityResolver getEntityResolver() {
        return entities;
    }

    @Override
    public void setDTDHandler(DTDHandler handler) {
        this.dtd = handler;
    }

    @Override
    public DTDHandler getDTDHandler() {
        return dtd;
    }

    @Override
    public void setErrorHandler(ErrorHandler handler) {
        this.errors = handler;
    }

    @Override
    public ErrorHandler getErrorHandler() {
        return errors;
    }
}
