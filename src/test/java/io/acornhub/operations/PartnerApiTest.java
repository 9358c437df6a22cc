// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.channel.Keys;
import io.acornhub.partner.Configuration;
import io.acornhub.routing.CertificateCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What operators are shown of one partner: whom to ask, and its certificates, what ends first before the others. */
@Import(PartnerApiTest.Retailer.class)
class PartnerApiTest extends HubWebTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    @TempDir
    private static Path folder;

    /** Without an annotation of its own, so that the scan for the other tests passes it by. */
    static class Retailer {
        @Bean
        @Primary
        Configuration ofRetailer() throws IOException {
            Files.createDirectories(folder.resolve("config/partners"));
            Files.writeString(folder.resolve("config/partners/retailer.yaml"), """
                # SPDX-License-Identifier: Apache-2.0
                name: retailer
                identifiers:
                  partner: {qualifier: ZZ, id: RETAILER, group: A}
                  own: {qualifier: ZZ, id: ACME, group: A}
                contacts:
                  - {name: EDI desk, role: EDI support, mail: edi@retailer.example}
                channels:
                  - name: as2
                    type: as2
                    settings: {ownId: ACME, partnerId: RETAILER}
                    certificates:
                      - {owner: own, file: own.p12, password: env:PASSWORD}
                      - {owner: partner, file: next.pem}
                      - {owner: partner, file: partner.pem}
                      - {owner: partner, file: none.pem}
                agreements: []
                """);
            return Configuration.read(folder.resolve("config"), name -> null);
        }

        @Bean
        @Primary
        CertificateCalendar calendarOfRetailer(Configuration configuration, Clock clock) {
            Keys.rsa("own", NOW.minus(9, ChronoUnit.DAYS), NOW.plus(900, ChronoUnit.DAYS)).own(folder, "own.p12");
            Keys.rsa("partner", NOW.minus(9, ChronoUnit.DAYS), NOW.plus(20, ChronoUnit.DAYS)).partner(folder, "partner.pem");
            Keys.rsa("next", NOW.minus(1, ChronoUnit.DAYS), NOW.plus(400, ChronoUnit.DAYS)).partner(folder, "next.pem");
            return new CertificateCalendar(configuration, Keys.certificates(folder), clock);
        }
    }

    @Test
    void theStatusSaysWhomToAsk() {
        JsonNode partner = json(get("/api/status")).at("/partners/0");
        assertThat(partner.get("name").asText()).isEqualTo("retailer");
        assertThat(partner.at("/contacts/0").toString())
            .isEqualTo("{\"name\":\"EDI desk\",\"role\":\"EDI support\",\"mail\":\"edi@retailer.example\",\"phone\":null}");
    }

    @Test
    void whatEndsFirstComesFirstWithItsSuccessorAndNoSecret() {
        var answer = get("/api/certificates");
        assertThat(answer.body()).doesNotContain(Keys.PASSWORD);
        JsonNode all = json(answer);
        assertThat(all.findValuesAsText("file")).containsExactly("none.pem", "partner.pem", "next.pem", "own.p12");
        JsonNode missing = all.get(0);
        assertThat(missing.get("problem").isNull()).isFalse();
        assertThat(missing.get("words").asText()).contains("none.pem");
        assertThat(missing.get("daysLeft").isNull()).isTrue();
        JsonNode ending = all.get(1);
        assertThat(ending.get("connection").asText()).isEqualTo("retailer-as2");
        assertThat(ending.get("partner").asText()).isEqualTo("retailer");
        assertThat(ending.get("owner").asText()).isEqualTo("PARTNER");
        assertThat(ending.get("subject").asText()).isEqualTo("CN=partner");
        assertThat(ending.get("daysLeft").asInt()).isIn(19, 20);
        assertThat(ending.get("successor").asText()).isEqualTo("next.pem");
        assertThat(ending.get("problem").isNull()).isTrue();
        assertThat(all.get(3).get("successor").isNull()).isTrue();
        assertThat(all.get(3).get("usedUntil").asText()).isEqualTo(NOW.plus(900, ChronoUnit.DAYS).toString());
    }
}
