// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.as2.As2Headers;
import io.acornhub.routing.WorkMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a post is answered with.
 *
 * @param taken what goes to the next stage; null for nothing
 */
record As2Answer(int status, As2Headers headers, byte[] body, WorkMessage taken) {

    /** Without a receipt: a sentence for a person who looks. */
    static As2Answer words(int status, String text) {
        return new As2Answer(status, As2Headers.of(Map.of("Content-Type", "text/plain; charset=utf-8")),
            (text + "\n").getBytes(StandardCharsets.UTF_8), null);
    }

    /** It is here; the receipt was not asked for or comes later. */
    static As2Answer ok() {
        return new As2Answer(200, As2Headers.none(), new byte[0], null);
    }

    As2Answer with(WorkMessage message) {
        return new As2Answer(status, headers, body, message);
    }
}
