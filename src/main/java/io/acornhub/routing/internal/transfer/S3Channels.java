// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.archive.S3Bucket;
import io.acornhub.archive.S3Location;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.partner.Secrets;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The buckets of the channels of type {@code s3}, each opened when it is first needed. */
@Component
class S3Channels {
    private final Secrets secrets;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Map<String, S3Bucket> open = new ConcurrentHashMap<>();

    S3Channels(Configuration configuration, Secrets secrets) {
        this.secrets = secrets;
        for (Partner partner : configuration.partners()) {
            partner.channels().forEach(channel -> channels.put(partner.name() + "-" + channel.name(), channel));
        }
        for (ErpSystem system : configuration.erpSystems()) {
            system.channels().forEach(channel -> channels.put(system.name() + "-" + channel.name(), channel));
        }
    }

    /** Of a channel that has made routes. */
    S3ChannelSettings settings(String connection) {
        return new S3ChannelSettings(channels.get(connection));
    }

    S3Bucket bucket(String connection) {
        return open.computeIfAbsent(connection, name -> new S3Bucket(location(channels.get(name).settings(), secrets)));
    }

    /** Where a channel's settings say its bucket is. */
    static S3Location location(Map<String, String> settings, Secrets secrets) {
        String access = settings.getOrDefault("accessKey", "");
        String secret = settings.getOrDefault("secretKey", "");
        Supplier<S3Location.Keys> keys = access.isBlank() ? null
            : () -> new S3Location.Keys(secrets.read(access), secrets.read(secret));
        return new S3Location(settings.get("bucket"), settings.getOrDefault("region", ""), settings.getOrDefault("endpoint", ""),
            Boolean.parseBoolean(settings.get("pathStyle")), keys);
    }

    @PreDestroy
    void close() {
        open.values().forEach(S3Bucket::close);
    }
}
