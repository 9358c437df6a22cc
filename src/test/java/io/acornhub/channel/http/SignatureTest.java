// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures as others make them, and what bodies, credentials and answers are taken for. */
class SignatureTest {
    private static final Instant SIGNED = Instant.ofEpochSecond(1_731_705_121L);
    private static final String PING = "{\"event_type\":\"ping\",\"data\":{\"success\":true}}";

    private static Signature of(List<String> secrets, String body) {
        Signature signature = new Signature(secrets, "msg_loFOjxBNrRLzqYUf", SIGNED);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        signature.update(bytes, 0, 5);
        signature.update(bytes, 5, bytes.length - 5);
        return signature;
    }

    @Test
    void theExampleThatIsPublishedForThisSchemeIsMetToTheCharacter() {
        assertThat(of(List.of("whsec_plJ3nmyCDGBKInavdOK15jsl"), PING).header())
            .isEqualTo("v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
    }

    @Test
    void oneRightSignatureOfSeveralIsEnough() {
        String both = of(List.of("old", "new"), PING).header();

        assertThat(both.split(" ")).hasSize(2);
        assertThat(of(List.of("new"), PING).isIn(both)).isTrue();
        assertThat(of(List.of("other", "old"), PING).isIn(both)).isTrue();
        assertThat(of(List.of("other"), PING).isIn(both)).isFalse();
        assertThat(of(List.of("new"), PING + " ").isIn(both)).isFalse();
        assertThat(of(List.of("new"), PING).isIn("")).isFalse();
    }

    @Test
    void credentialsAreComparedWhole() {
        List<String> right = List.of(Credentials.basic("amazon", "Größe: 1"), Credentials.bearer("t"));

        assertThat(Credentials.match("basic " + right.get(0).substring(6), right)).isTrue();
        assertThat(Credentials.match("Bearer t", right)).isTrue();
        assertThat(Credentials.match("Bearer T", right)).isFalse();
        assertThat(Credentials.match("Bearer ", right)).isFalse();
        assertThat(Credentials.match("", right)).isFalse();
        assertThat(Credentials.match(null, right)).isFalse();
    }

    @Test
    void aBodyThatDripsIsGivenUp() {
        MovableClock clock = new MovableClock();
        InputStream drip = new InputStream() {
            @Override
            public int read() {
                clock.move(Duration.ofSeconds(1));
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                bytes[offset] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> new PostedBody(drip, 1_000_000, null, "", clock).readAllBytes())
            .isInstanceOfSatisfying(PostedBody.Refused.class, e -> assertThat(e.reason()).isEqualTo(PostedBody.Reason.TOO_SLOW));
    }

    @Test
    void aBodyIsTakenUpToItsLimitAndNoFurther() throws IOException {
        MovableClock clock = new MovableClock();

        assertThat(new PostedBody(new ByteArrayInputStream(new byte[10]), 10, null, "", clock).readAllBytes()).hasSize(10);
        assertThatThrownBy(() -> new PostedBody(new ByteArrayInputStream(new byte[11]), 10, null, "", clock).readAllBytes())
            .isInstanceOfSatisfying(PostedBody.Refused.class, e -> assertThat(e.reason()).isEqualTo(PostedBody.Reason.TOO_LARGE));
    }

    @Test
    void whenToComeAgainIsReadInSecondsAndAsADay() {
        MovableClock clock = new MovableClock();
        assertThat(after("90", clock)).isEqualTo(Duration.ofSeconds(90));
        assertThat(after("Fri, 01 Jan 2100 00:00:00 GMT", clock)).isGreaterThan(Duration.ofDays(365));
        assertThat(after("Thu, 01 Jan 1970 00:00:00 GMT", clock)).isZero();
        assertThat(after("soon", clock)).isZero();
    }

    private static Duration after(String header, MovableClock clock) {
        return new Outcome.Answered(503, Map.of("retry-after", header), "").retryAfter(clock);
    }
}
