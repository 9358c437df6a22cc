// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ISA12 of what is written, where an agreement says nothing of it. */
class InterchangeVersionTest {
    @Test
    void theVersionFollowsTheReleaseUnlessTheAgreementSaysOtherwise(@TempDir Path config) throws IOException {
        Files.createDirectories(config.resolve("partners"));
        Files.writeString(config.resolve("partners/other.yaml"), """
            name: other
            identifiers:
              partner: {qualifier: ZZ, id: OTHER, group: OTHER}
              own: {qualifier: ZZ, id: ACMEVENDOR, group: ACMEVENDOR}
            channels:
              - {name: folder, type: folder, settings: {inbox: in, outbox: out}}
            agreements:
              - {document: "997", direction: outbound, release: "004010", bundle: a, channel: folder}
              - {document: "997", direction: outbound, release: "005010", bundle: b, channel: folder}
              - {document: "999", direction: outbound, release: "005010", bundle: c, channel: folder, interchangeVersion: "00403"}
            """);
        Configuration read = Configuration.read(config, name -> null);
        assertThat(read.problems()).isEmpty();
        assertThat(read.partner("other").orElseThrow().agreements()).extracting(Agreement::interchangeVersion)
            .containsExactly("00400", "00501", "00403");
    }
}
