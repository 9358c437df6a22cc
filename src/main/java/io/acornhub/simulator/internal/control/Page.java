// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.control;

import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The page at {@code /} and {@code /_sim/}: one file over the control API. A browser runs and shows what is in that file and nothing
 * else; it says so by the hashes of its script and style.
 */
public final class Page {
    private final byte[] html;
    private final Map<String, String> headers;

    public Page() {
        try (InputStream file = Page.class.getResourceAsStream("/simulator/page.html")) {
            html = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = new String(html, StandardCharsets.UTF_8);
        headers = Map.of("Content-Security-Policy", "default-src 'none'; connect-src 'self'; form-action 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'; script-src '" + hash(text, "script") + "'; style-src '" + hash(text, "style") + "'",
            "X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "Cache-Control", "no-store");
    }

    public void addTo(Routes routes) {
        for (String path : new String[] {"/", "/_sim"}) {
            routes.add(new Endpoint("_sim", "GET", path, Endpoint.Access.OPEN, null,
                call -> Answer.bytes(200, html, "text/html;charset=UTF-8", headers)));
        }
    }

    private static String hash(String text, String element) {
        String content = text.substring(text.indexOf("<" + element + ">") + element.length() + 2, text.indexOf("</" + element + ">"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
