// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

import io.acornhub.channel.Certificates;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The connection that is tried.
 *
 * @param name partner or ERP system and channel, such as {@code amazon-us-as2}
 * @param data what relative paths lie in
 * @param write whether a small file may be written and deleted again on the other side
 * @param serverPort the port of the hub's own SFTP server
 */
public record ProbeTarget(String name, Channel channel, Secrets secrets, Certificates certificates, Path data, Instant now, boolean write,
                          int serverPort) {
    /** How long a step waits that nothing else is said for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A setting without blanks around it; empty where there is none. */
    public String setting(String key) {
        return channel.settings().getOrDefault(key, "").strip();
    }

    int number(String key, int otherwise) {
        return setting(key).isEmpty() ? otherwise : Integer.parseInt(setting(key));
    }

    /** What a setting refers to, or the setting itself where it is no reference. */
    public String value(String key) {
        return setting(key).matches("(env|file):.+") ? secrets.read(setting(key)) : setting(key);
    }

    /** At most that of the setting {@code timeout}. */
    Duration patience() {
        try {
            Duration said = setting("timeout").isEmpty() ? PATIENCE : Duration.parse(setting("timeout"));
            return said.compareTo(PATIENCE) < 0 ? said : PATIENCE;
        } catch (DateTimeParseException e) {
            return PATIENCE;
        }
    }
}
