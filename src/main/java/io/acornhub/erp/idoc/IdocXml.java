// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.idoc;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One IDoc as XML on its way to SAP's HTTP doors. */
final class IdocXml {
    /** The namespace under which SAP takes each message id once. */
    static final String NAMESPACE = "urn:sap-com:document:sap:idoc:soap:messages";
    /** What a message id must begin with. */
    static final String PREFIX = "urn:sap.com:msgid=";
    private static final Pattern KEY = Pattern.compile("<ARCKEY>([^<]*)</ARCKEY>");
    private static final Pattern ROOT = Pattern.compile(
        "\\A\\s*(?:<\\?xml[^>]*\\?>)?\\s*<([A-Za-z_][\\w.-]*)>(.*)</\\1>\\s*\\z", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile(
        "<(?:\\w+:)?(?:DOCNUM|DB_ID|DbId|IDOC_NUMBER|IDocNumber|DocumentNumber)\\b[^>]*>\\s*(\\d{1,16})\\s*<");
    private static final Pattern STATUS = Pattern.compile("<(?:\\w+:)?(?:STATUS|STATE|Status|State)\\b[^>]*>\\s*(\\d\\d)\\s*<");
    private final String text;

    /** @throws MappingFault if it is not one IDoc in XML */
    IdocXml(String system, byte[] rendered) {
        text = rendered == null ? "" : new String(rendered, StandardCharsets.UTF_8);
        if (!ROOT.matcher(text).matches() || text.split("<EDI_DC40\\b", -1).length != 2) {
            throw new MappingFault(Fault.onPath(FaultCode.OUTGOING_INVALID, "EDI_DC40", null, "config/erp/" + system
                + ".yaml: the bundle does not make one IDoc in XML, and SAP takes one a request; say format: xml, or leave format out"));
        }
    }

    /** EDI_DC40-ARCKEY, by which a person finds it in SAP; empty where the mapping writes none. */
    String key() {
        Matcher key = KEY.matcher(text);
        return key.find() ? key.group(1) : "";
    }

    byte[] plain() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Made from the system and the hub's id of the document, so the same on every attempt and never another's. */
    static String messageId(String system, String documentId) {
        UUID id = UUID.nameUUIDFromBytes((system + "/" + documentId).getBytes(StandardCharsets.UTF_8));
        return PREFIX + id.toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
    }

    /** In a SOAP envelope, with that message id in ARCKEY. */
    byte[] soap(String messageId) {
        String written = "<ARCKEY>" + messageId + "</ARCKEY>";
        Matcher key = KEY.matcher(text);
        String keyed = key.find() ? key.replaceFirst(Matcher.quoteReplacement(written))
            : text.contains("<SERIAL>") ? text.replaceFirst("<SERIAL>", Matcher.quoteReplacement(written + "<SERIAL>"))
            : text.replaceFirst("</EDI_DC40>", Matcher.quoteReplacement(written + "</EDI_DC40>"));
        Matcher root = ROOT.matcher(keyed);
        if (!root.matches()) {
            throw new IllegalStateException("no root element");
        }
        String name = root.group(1);
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\">"
            + "<soapenv:Body><n:" + name + " xmlns:n=\"" + NAMESPACE + "\">" + root.group(2) + "</n:" + name
            + "></soapenv:Body></soapenv:Envelope>").getBytes(StandardCharsets.UTF_8);
    }

    /** Number and state that an answer gives; the message id where it gives none. */
    static String reference(String answer, String messageId) {
        Matcher number = NUMBER.matcher(answer);
        if (!number.find()) {
            return messageId;
        }
        Matcher status = STATUS.matcher(answer);
        return "IDoc " + String.format("%016d", Long.parseLong(number.group(1))) + (status.find() ? ", status " + status.group(1) : "");
    }
}
