// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel can be switched by a placeholder, and takes its agreements with it. */
class ChannelsTest {
    private static final String PARTNER = """
        name: other
        channels:
          - name: api
            type: spapi
            enabled: ${OTHER_API:false}
            settings:
              region: EU
              marketplace: ${OTHER_MARKETPLACE:}
              clientId: env:CLIENT_ID
              clientSecret: file:secrets/client-secret
              refreshToken: file:secrets/refresh-token
        agreements:
          - {document: submitAcknowledgement, direction: outbound, release: v1, canonical: OrderAcknowledgment, bundle: b, channel: api,
             ordersBy: [api]}
        """;
    @TempDir
    Path config;

    @Test
    void anAgreementOfAChannelThatIsNotEnabledIsAsIfItWereNotThere() throws IOException {
        Configuration read = read(null);

        assertThat(read.problems()).isEmpty();
        assertThat(read.partner("other").orElseThrow().channel("api").enabled()).isFalse();
        assertThat(read.partner("other").orElseThrow().outgoing("OrderAcknowledgment")).isEmpty();
    }

    @Test
    void itIsThereWhereTheChannelIsEnabledAndSaysForWhichOrders() throws IOException {
        Configuration read = read("true");

        assertThat(read.problems()).isEmpty();
        assertThat(read.partner("other").orElseThrow().outgoing("OrderAcknowledgment").orElseThrow().ordersBy()).containsExactly("api");
    }

    @Test
    void anInterchangeBelongsToNoPartnerWithoutIdentifiers() throws IOException {
        assertThat(read("true").partnerOf("ZZ", "AMAZON", "ZZ", "ACMEVENDOR")).isEmpty();
    }

    @Test
    void valuesOfAnEnabledChannelAreCheckedWithTheirPlaceholdersFilled() throws IOException {
        assertThat(readWith("true", "").problems()).singleElement().asString()
            .contains("other.yaml:8: channel api: setting 'marketplace' is ''; say Amazon's marketplace id such as ATVPDKIKX0DER");
        assertThat(readWith("false", "").problems()).isEmpty();
    }

    private Configuration read(String enabled) throws IOException {
        return readWith(enabled, "A1PA6795UKMFR9");
    }

    private Configuration readWith(String enabled, String marketplace) throws IOException {
        Files.createDirectories(config.resolve("partners"));
        Files.writeString(config.resolve("partners/other.yaml"), PARTNER);
        return Configuration.read(config, name -> name.equals("OTHER_API") ? enabled : marketplace);
    }
}
