// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import io.acornhub.PostServer.Post;
import io.acornhub.PostServer.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SAP's two HTTP doors as far as they are known: the SOAP one takes one IDoc a request and each message id once, the plain one makes an
 * IDoc of every post. Faults are served to orders, one after the other, before or after the IDoc is stored.
 */
public final class SapServer implements AutoCloseable {
    private static final String USER = "Basic " + Base64.getEncoder().encodeToString("ACORN:sap secret".getBytes());
    private static final Pattern KEY = Pattern.compile("<ARCKEY>([^<]*)</ARCKEY>");
    private final PostServer server = new PostServer(this::take);
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private final Set<String> locked = new TreeSet<>();
    private final List<String> idocs = new ArrayList<>();
    private long number = 100_000;

    /** What goes wrong with one post. */
    public enum Fault {
        /** Stored, and the connection is cut before an answer. */
        CUT_AFTER_STORING,
        /** Stored, and no answer ever comes. */
        SILENT_AFTER_STORING,
        /** Read, not stored, cut. */
        CUT_BEFORE_STORING,
        /** A short dump before anything is stored. */
        DUMP,
        /** The web layer takes nothing now. */
        BUSY,
        /** Another request with the same message id is at work. */
        LOCKED
    }

    public SapServer start() {
        server.start();
        return this;
    }

    public synchronized void next(Fault... wanted) {
        faults.addAll(List.of(wanted));
    }

    private synchronized Reply take(Post post) {
        if (!USER.equals(post.header("authorization"))) {
            return Reply.of(401, "<html><body>Anmeldung fehlgeschlagen</body></html>");
        }
        boolean soap = post.path().startsWith("/sap/bc/srt/idoc");
        if (!soap && !post.path().startsWith("/sap/bc/idoc_xml") || !post.path().endsWith("sap-client=100")) {
            return Reply.of(404, "Service cannot be reached");
        }
        boolean order = !post.body().contains("<MESTYP>") || post.body().contains("<MESTYP>ORDERS<");
        Fault fault = order ? faults.poll() : null;
        if (fault == Fault.BUSY) {
            return new Reply(503, "", Map.of("Retry-After", "7"));
        }
        if (fault == Fault.CUT_BEFORE_STORING) {
            return Reply.CUT;
        }
        if (fault == Fault.DUMP) {
            return Reply.of(500, "<html><body>500 Internal Server Error: DUMP</body></html>");
        }
        Reply answer = soap ? soap(post.body(), fault == Fault.LOCKED) : plain(post.body());
        return fault == Fault.CUT_AFTER_STORING ? Reply.CUT : fault == Fault.SILENT_AFTER_STORING ? Reply.SILENCE : answer;
    }

    private Reply plain(String body) {
        store(body);
        return Reply.of(200, "<html><body>IDoc-XML-inbound ok</body></html>");
    }

    private Reply soap(String body, boolean busy) {
        Matcher key = KEY.matcher(body);
        String id = key.find() ? key.group(1) : "";
        String wrong = body.split("<EDI_DC40 ", -1).length != 2 ? "MULTIPLE_IDOCS_NOT_ALLOWED" : id.isEmpty() ? "SOAP_MSGID_INITIAL"
            : !id.startsWith("urn:sap.com:msgid=") ? "SOAP_MSGID_PREFIX_INVALID" : busy || locked.contains(id) ? "MSGID_LOCKED" : null;
        if (!body.contains(" xmlns:n=\"urn:sap-com:document:sap:idoc:soap:messages\"") || wrong != null) {
            return Reply.of(500, "<soap:Envelope><soap:Body><soap:Fault><faultstring>EA 728 IDoc SOAP Namespace - Violation (" + wrong
                + ")</faultstring></soap:Fault></soap:Body></soap:Envelope>");
        }
        String docnum = numbers.computeIfAbsent(id, fresh -> store(body));
        return Reply.of(200, "<soap:Envelope><soap:Body><n:Response><DOCNUM>" + docnum + "</DOCNUM><STATUS>64</STATUS></n:Response>"
            + "</soap:Body></soap:Envelope>");
    }

    private String store(String body) {
        idocs.add(body);
        return String.format("%016d", ++number);
    }

    /** The IDocs that SAP made, oldest first. */
    public synchronized List<String> idocs() {
        return List.copyOf(idocs);
    }

    /** How often something was posted. */
    public int posts() {
        return server.posts().size();
    }

    public String url() {
        return server.url("");
    }

    @Override
    public void close() {
        server.close();
    }
}
