// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two peers talk to each other, so that what fails with the hub between them is the hub's. */
class PeersTest {
    private static final byte[] FILE = "ISA*00*ONE~\r\nIEA*1~\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final As2Terms ASYNC = As2Terms.USUAL.withMdn("async", true);

    @Test
    void openAs2AndPhaxExchangeMessagesAndReceipts(@TempDir Path folder) {
        OpenAs2.assume();
        Identity one = Identity.rsa("openas2");
        Identity two = Identity.rsa("phax");
        try (OpenAs2 open = new OpenAs2(folder.resolve("open"), "OPEN", one);
            PhaxAs2 phax = new PhaxAs2(folder.resolve("phax"), "PHAX", two)) {
            phax.knows("OPEN", one.certificate()).knows("LATE", one.certificate()).start();
            open.owns("LATE").knows("PHAX", two.certificate()).sendsTo("OPEN", "PHAX", phax.url(), As2Terms.USUAL)
                .sendsTo("LATE", "PHAX", phax.url(), ASYNC).start();

            As2Sent sync = phax.send("OPEN", open.url(), As2Terms.USUAL, "a.edi", FILE);
            assertThat(sync.receipted()).as("%s %s", sync, open.log()).isTrue();
            assertThat(sync.mic()).isTrue();
            As2Sent async = phax.send("OPEN", open.url(), ASYNC, "b.edi", FILE);
            assertThat(async.failure()).isNull();
            Awaitility.await().atMost(Duration.ofSeconds(20))
                .until(() -> phax.mdn(async.messageId()).filter(As2Sent::receipted).isPresent());
            assertThat(open.received()).extracting(As2Received::messageId).containsExactly(sync.messageId(), async.messageId());
            assertThat(open.received()).allMatch(message -> Arrays.equals(message.content(), FILE));

            open.send("OPEN", "PHAX", "c.edi", FILE);
            open.send("LATE", "PHAX", "d.edi", FILE);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> open.sent("OPEN", "PHAX", "c.edi").isPresent()
                && open.sent("LATE", "PHAX", "d.edi").isPresent());
            assertThat(open.sent("OPEN", "PHAX", "c.edi")).hasValueSatisfying(sent -> assertThat(sent.receipted()).as("%s", sent).isTrue());
            assertThat(open.sent("LATE", "PHAX", "d.edi")).hasValueSatisfying(sent -> assertThat(sent.receipted()).as("%s", sent).isTrue());
            assertThat(phax.received()).extracting(As2Received::from).containsExactlyInAnyOrder("OPEN", "LATE");
            assertThat(phax.received()).allMatch(message -> Arrays.equals(message.content(), FILE));
        }
    }
}
