// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The {@code acorn.*} settings; each is explained where it is edited, in {@code config/application.yaml}.
 *
 * @param home the folder with config, routes and edi-mappings
 * @param data the folder for everything the hub stores
 */
@ConfigurationProperties("acorn")
public record HubSettings(Path home, Path data, @DefaultValue("false") boolean demo, @DefaultValue Broker broker,
                          @DefaultValue Retry retry, @DefaultValue Flow flow, @DefaultValue Sweep sweep,
                          @DefaultValue Deadlines deadlines, @DefaultValue Archive archive) {

    /** @param url empty for the broker inside this process, else for example {@code failover:(tcp://broker:61616)} */
    public record Broker(@DefaultValue("") String url, @DefaultValue("") String user, @DefaultValue("") String password,
                         @DefaultValue("8") int connections) {
    }

    /**
     * Bounded retry of channel faults: delays grow by {@code factor} up to {@code longest}, each with up to a fifth of jitter.
     *
     * @param alarmAfter how long a connection has failed before an alarm says so
     */
    public record Retry(@DefaultValue("12") int attempts, @DefaultValue("PT5S") Duration first, @DefaultValue("2") double factor,
                        @DefaultValue("PT15M") Duration longest, @DefaultValue("PT10M") Duration alarmAfter) {
        /** How long after a failed attempt the next one comes, without the jitter. */
        public Duration after(int attempt) {
            return Duration.ofMillis((long) Math.min(first.toMillis() * Math.pow(factor, attempt - 1.0), longest.toMillis()));
        }
    }

    /**
     * @param consumers messages of one queue worked on at once
     * @param batch documents of one interchange in one message and one database transaction
     * @param settle how long a file must have been left alone before it is picked up
     * @param largest bytes of a file taken in; a larger one is refused
     */
    public record Flow(@DefaultValue("4") int consumers, @DefaultValue("50") int batch, @DefaultValue("PT1S") Duration settle,
                       @DefaultValue("PT0.5S") Duration poll, @DefaultValue("2147483648") long largest) {
    }

    /** How often stranded work is looked for, and how long it must have lain still. */
    public record Sweep(@DefaultValue("PT60S") Duration every, @DefaultValue("PT30S") Duration ingressAfter,
                        @DefaultValue("PT20M") Duration stageAfter) {
    }

    /** How often it is looked which deadlines have passed a mark. */
    public record Deadlines(@DefaultValue("PT10S") Duration every) {
    }

    /**
     * Where the raw bytes of everything are kept.
     *
     * @param type {@code disk}: in the folder {@code archive} of the data folder; {@code s3}: in a bucket
     * @param accessKey reference to the access key, {@code env:NAME} or {@code file:PATH}; empty for what the environment offers
     * @param prefix what the keys of all objects begin with
     * @param copies what may be kept of a bucket on the local disk, so that a document does not cost a request
     */
    public record Archive(@DefaultValue("disk") String type, @DefaultValue("") String bucket, @DefaultValue("") String region,
                          @DefaultValue("") String endpoint, @DefaultValue("false") boolean pathStyle, @DefaultValue("") String accessKey,
                          @DefaultValue("") String secretKey, @DefaultValue("archive/") String prefix,
                          @DefaultValue("1GB") DataSize copies) {
    }

    /** A path of config, which is taken from the data folder unless it is absolute. */
    public Path inData(String path) {
        return data.resolve(path);
    }
}
