// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.PostServer;
import io.acornhub.PostServer.Reply;
import io.acornhub.channel.http.HttpPoster;
import io.acornhub.channel.http.Outcome;
import io.acornhub.channel.http.Posting;
import io.acornhub.channel.http.TlsContexts;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import io.acornhub.peers.Identity;
import io.acornhub.peers.Tls;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers are posted to: by the certificate that the channel names, by an authority and the host's name, or not at all. */
class ServerTrustTest {
    private static final Identity AUTHORITY = Identity.authority("authority");
    private static final Identity OWN = Identity.ec("own");
    @TempDir
    private Path data;

    /** Posts to a server that shows itself so, by a channel that names these certificates of the partner for TLS. */
    private Outcome post(Identity server, Identity... named) throws IOException {
        List<ChannelCertificate> certificates = new ArrayList<>();
        for (Identity one : named) {
            one.writePem(data.resolve(one.name() + ".pem"));
            certificates.add(new ChannelCertificate(Owner.PARTNER, one.name() + ".pem", null, Set.of(Use.TLS), null, null));
        }
        try (PostServer partner = new PostServer(post -> Reply.of(202, ""), Tls.context(server), false).start();
             HttpPoster poster = new HttpPoster()) {
            Outcome outcome = poster.post(new Posting(URI.create(partner.url("/in")), "text/plain",
                Posting.Body.of("secret".getBytes(StandardCharsets.US_ASCII)), Map.of(), Duration.ofSeconds(10),
                new TlsContexts(Keys.certificates(data)).of(new Channel("web", "http", true, Map.of(), certificates), Instant.now())));
            assertThat(partner.posts()).hasSize(outcome instanceof Outcome.Answered ? 1 : 0);
            return outcome;
        }
    }

    private static String refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        return ((Outcome.NotSent) outcome).reason();
    }

    @Test
    void aNamedCertificateIsBelievedWhateverItsName() throws IOException {
        Identity elsewhere = Identity.server("elsewhere.example", null);
        Identity issued = Identity.server("moved.example", AUTHORITY);
        assertThat(post(elsewhere, elsewhere)).isInstanceOf(Outcome.Answered.class);
        assertThat(post(issued, OWN, issued)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void oneThatANamedAuthorityIssuedIsBelievedForItsHostOnly() throws IOException {
        assertThat(post(Identity.server("localhost", AUTHORITY), AUTHORITY)).isInstanceOf(Outcome.Answered.class);
        assertThat(refused(post(Identity.server("elsewhere.example", AUTHORITY), AUTHORITY)))
            .contains("CN=elsewhere.example", "No subject alternative DNS name matching localhost found");
    }

    @Test
    void anyOtherIsRefusedWithTheCertificateThatWasShown() throws IOException {
        Identity other = Identity.server("localhost", null);
        assertThat(refused(post(other, OWN))).contains("certificate that is not the channel's: ", "CN=localhost",
            Certificates.fingerprint(other.certificate()));
        assertThat(refused(post(other, AUTHORITY))).contains("not accepted by an authority of the channel: ", "CN=localhost");
        Identity stranger = Identity.server("localhost", Identity.authority("authority"));
        assertThat(refused(post(stranger, AUTHORITY))).contains("not accepted by an authority of the channel: ", "CN=localhost");
        assertThat(refused(post(other))).contains("unable to find valid certification path");
    }

    @Test
    void aServersOwnCertificateIssuesNothing() throws IOException {
        Identity server = Identity.ec("server");
        assertThat(refused(post(Identity.server("localhost", server), server))).contains("certificate that is not the channel's");
    }
}
