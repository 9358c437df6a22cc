// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.ServerTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Whether a host can be found, connected to and, with TLS, believed. */
final class Reach {
    private final Duration patience;

    Reach(Duration patience) {
        this.patience = patience;
    }

    /** @param pinned the certificates that the server may show; empty for any that this machine trusts */
    List<ProbeResult> of(URI address, List<X509Certificate> pinned) {
        boolean tls = "https".equals(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
        List<ProbeResult> results = new ArrayList<>(tcp(address.getHost(), port));
        if (tls && results.stream().noneMatch(ProbeResult::isFailed)) {
            results.add(tls(address.getHost(), port, pinned));
        } else if (!tls) {
            results.add(ProbeResult.warn("TLS", "the address is http: everything but what is encrypted in the message goes in the clear",
                "ask the partner for an https address"));
        }
        return results;
    }

    List<ProbeResult> tcp(String host, int port) {
        InetAddress found;
        try {
            found = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return List.of(ProbeResult.failed("host", "there is no address for " + host,
                "check the name, and the name service of this machine"));
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(found, port), (int) patience.toMillis());
            return List.of(ProbeResult.ok("host", host + " is " + found.getHostAddress()), ProbeResult.ok("port", port + " is open"));
        } catch (IOException e) {
            return List.of(ProbeResult.ok("host", host + " is " + found.getHostAddress()), ProbeResult.failed("port", "no connection to "
                + host + ":" + port + ": " + e.getMessage(), "ask the partner whether it is up and lets this machine's address "
                + "in; check the firewalls between"));
        }
    }

    private ProbeResult tls(String host, int port, List<X509Certificate> pinned) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new ServerTrust(() -> pinned)}, null);
            try (Socket plain = new Socket()) {
                plain.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
                plain.setSoTimeout((int) patience.toMillis());
                try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                    SSLParameters parameters = socket.getSSLParameters();
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
                    socket.setSSLParameters(parameters);
                    socket.startHandshake();
                    X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                    return ProbeResult.ok("TLS", socket.getSession().getProtocol() + ", the server shows "
                        + (pinned.isEmpty() ? "a certificate that this machine trusts" : "a certificate that fits the pinned one")
                        + ", valid until " + Certificates.validUntil(shown) + ", SHA-256 " + Certificates.fingerprint(shown));
                }
            }
        } catch (SSLException e) {
            return ProbeResult.failed("TLS", "the server's certificate is not accepted: " + e.getMessage(), pinned.isEmpty()
                ? "ask the partner for its server's certificate and give it as one of the channel's, with owner partner and use TLS"
                : "ask the partner whether the server has a new certificate, and pin that");
        } catch (IOException | GeneralSecurityException e) {
            return ProbeResult.failed("TLS", "no handshake: " + e.getMessage(), "ask the partner which versions of TLS its server speaks");
        }
    }
}
