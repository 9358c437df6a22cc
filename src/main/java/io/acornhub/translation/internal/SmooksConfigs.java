// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import com.ctc.wstx.stax.WstxInputFactory;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.internal.cartridge.CartridgeTreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The rules for a bundle's {@code smooks-config.xml}: it maps, it does not move documents about. */
final class SmooksConfigs {
    static final String NAME = "smooks-config.xml";
    private static final String CARTRIDGE = CartridgeTreeReader.class.getName();
    /** Namespaces whose elements send, store or route: that is what routes are for. */
    private static final Pattern BANNED_NAMESPACE =
        Pattern.compile(".*/(camel|jms|file|db|io|persistence)(-[a-z]+)*-[0-9.]+[.]xsd");
    /** The same by element, and imports, which would escape this check. */
    private static final Set<String> BANNED_ELEMENTS = Set.of("route", "router", "outputStream", "send", "import");

    private SmooksConfigs() {
    }

    /** Each as {@code smooks-config.xml:line: text}. */
    static List<String> problems(Bundle bundle) {
        List<String> problems = new ArrayList<>();
        Path file = bundle.file(NAME);
        if (file == null) {
            return List.of("mapping.yaml:1: the bundle has no " + NAME);
        }
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            String template = null;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    banned(reader, problems);
                    reader(bundle, reader, problems);
                    classes(reader, problems);
                    if (reader.getLocalName().equals("param") && "template".equals(reader.getAttributeValue(null, "name"))) {
                        template = reader.getElementText().strip();
                    }
                }
            }
            if (!bundle.template().equals(template)) {
                problems.add(NAME + ":1: the visitor's template is " + template + ", mapping.yaml says " + bundle.template());
            }
        } catch (XMLStreamException e) {
            problems.add(NAME + ":" + e.getLocation().getLineNumber() + ": " + e.getMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            problems.add(NAME + ":1: cannot be read: " + e.getMessage());
        }
        return problems;
    }

    /** What mapping.yaml says of the reader must be what Smooks will run. */
    private static void reader(Bundle bundle, XMLStreamReader reader, List<String> problems) {
        if (reader.getLocalName().equals("reader")) {
            boolean cartridge = CARTRIDGE.equals(reader.getAttributeValue(null, "class"));
            if (cartridge != bundle.reader().equals("cartridge")) {
                problems.add(NAME + ":" + reader.getLocation().getLineNumber() + ": mapping.yaml says 'reader: " + bundle.reader()
                    + "'; reader: cartridge goes with the class " + CARTRIDGE + ", and only it does");
            }
        }
    }

    /** Smooks says nothing to a class that is not there. */
    private static void classes(XMLStreamReader reader, List<String> problems) throws XMLStreamException {
        int line = reader.getLocation().getLineNumber();
        String name = switch (reader.getLocalName()) {
            case "reader" -> reader.getAttributeValue(null, "class");
            case "resource" -> reader.getElementText().strip();
            default -> null;
        };
        if (name != null) {
            try {
                Class.forName(name, false, SmooksConfigs.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                problems.add(NAME + ":" + line + ": there is no class " + name);
            }
        }
    }

    private static void banned(XMLStreamReader reader, List<String> problems) {
        String uri = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        String element = reader.getLocalName();
        if (BANNED_NAMESPACE.matcher(uri).matches() || BANNED_ELEMENTS.contains(element)) {
            String prefix = reader.getPrefix();
            String shown = prefix == null || prefix.isEmpty() ? element : prefix + ":" + element;
            problems.add(NAME + ":" + reader.getLocation().getLineNumber() + ": <" + shown
                + "> has no place in a mapping; documents are moved by routes");
        }
    }
}
