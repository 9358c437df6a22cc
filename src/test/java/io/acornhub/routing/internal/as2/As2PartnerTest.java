// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.channel.as2.As2Settings;
import io.acornhub.partner.Channel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where receipts may be posted to: host and port both count, and whatever is no plain HTTP address does not. */
class As2PartnerTest {

    private static As2Partner partner(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("ownId", "A", "partnerId", "B", "url", "https://as2.example.com:4080/in"));
        all.putAll(settings);
        Channel channel = new Channel("as2", "as2", true, all, List.of());
        return new As2Partner("p", channel, As2Settings.of(channel));
    }

    @Test
    void theHostOfTheAddressIsAllowedAtItsPortAndTheUsualOnes() {
        As2Partner partner = partner(Map.of());
        assertThat(partner.mayPostTo("https://as2.example.com:4080/mdn")).isTrue();
        assertThat(partner.mayPostTo("http://AS2.example.com/mdn")).isTrue();
        assertThat(partner.mayPostTo("https://as2.example.com:22/")).isFalse();
        assertThat(partner.mayPostTo("https://other.example.com:4080/mdn")).isFalse();
    }

    @Test
    void aHostWithAPortIsAllowedAtThatPortOnly() {
        As2Partner partner = partner(Map.of("mdnHosts", "mdn.example.com:8443"));
        assertThat(partner.mayPostTo("https://mdn.example.com:8443/x")).isTrue();
        assertThat(partner.mayPostTo("https://mdn.example.com/x")).isFalse();
        assertThat(partner.mayPostTo("https://as2.example.com:4080/mdn")).isFalse();
    }

    @Test
    void whatIsNoPlainAddressIsNotAllowed() {
        As2Partner partner = partner(Map.of());
        for (String address : List.of("file:///etc/passwd", "ftp://as2.example.com/", "https://as2.example.com@evil.example/",
            "https://user@as2.example.com:4080/", "mailto:edi@example.com", "//as2.example.com/", "not an address", "")) {
            assertThat(partner.mayPostTo(address)).as(address).isFalse();
        }
    }

    @Test
    void aBodyThatComesInTimeAndIsNotTooLargeIsReadWhole() throws IOException {
        assertThat(new PacedStream(new ByteArrayInputStream(new byte[5000]), 5000).readAllBytes()).hasSize(5000);
        assertThatThrownBy(() -> new PacedStream(new ByteArrayInputStream(new byte[5000]), 4999).readAllBytes())
            .isInstanceOf(OversizedPost.class);
    }
}
