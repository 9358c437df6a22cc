// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.archive.S3Bucket;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Leases;
import io.acornhub.routing.HubSettings;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.Intake;
import io.acornhub.routing.internal.Receiving;
import io.acornhub.routing.internal.watch.StageWatch;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes objects of a bucket in, one by one: the bytes are archived and recorded, only then the object goes, and only if it is
 * still the same. One that cannot be taken keeps no other waiting; it is tried again later.
 */
@Component("s3Pickup")
public class S3Pickup {
    private static final Logger LOG = LoggerFactory.getLogger(S3Pickup.class);
    private static final int MOST = 500;
    private static final int REMEMBERED = 10_000;
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration LATEST = Duration.ofMinutes(30);
    private final S3Channels channels;
    private final RemoteIntake intake;
    private final Leases leases;
    private final StageWatch watch;
    private final Clock clock;
    private final long largest;
    private final Map<String, Instant> looked = new ConcurrentHashMap<>();
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    S3Pickup(S3Channels channels, RemoteIntake intake, Leases leases, StageWatch watch, Clock clock,
             HubSettings settings) {
        this.channels = channels;
        this.intake = intake;
        this.leases = leases;
        this.watch = watch;
        this.clock = clock;
        this.largest = settings.flow().largest();
    }

    /** An object that could not be taken, and when it is tried again. */
    private record Trouble(Duration pause, Instant until) {
    }

    /** One look, if it is time for one; headers as for any source, with the connection's name in AcornChannel. */
    public List<WorkMessage> look(Exchange exchange) {
        Intake.Origin origin = Receiving.origin(exchange);
        S3ChannelSettings settings = channels.settings(origin.channel());
        Instant now = clock.instant();
        Instant before = looked.get(origin.channel());
        if (before != null && now.isBefore(before.plus(settings.every())) || !leases.holds(lease(origin))) {
            return List.of();
        }
        looked.put(origin.channel(), now);
        String stage = StageWatch.stage(Queues.INBOUND_RECEIVE, origin.channel());
        S3Bucket bucket = channels.bucket(origin.channel());
        List<WorkMessage> taken = new ArrayList<>();
        try {
            for (S3Bucket.Item item : bucket.list(settings.download(), i -> settings.takes(i) && due(origin, i, now), MOST)) {
                take(origin, bucket, settings, item).ifPresent(taken::add);
            }
            watch.works(stage);
        } catch (IOException e) {
            if (watch.fails(stage, e.getMessage())) {
                LOG.error("receive   {} cannot be looked at, and is again at its pace: {}", origin.channel(), e.getMessage());
            }
        }
        return taken;
    }

    private static String lease(Intake.Origin origin) {
        String name = "s3 " + origin.channel();
        return name.length() > 80 ? name.substring(name.length() - 80) : name;
    }

    private boolean due(Intake.Origin origin, S3Bucket.Item item, Instant now) {
        Trouble trouble = troubles.get(id(origin, item));
        return trouble == null || now.isAfter(trouble.until());
    }

    private static String id(Intake.Origin origin, S3Bucket.Item item) {
        return origin.channel() + "/" + item.key() + "|" + item.etag();
    }

    private Optional<WorkMessage> take(Intake.Origin origin, S3Bucket bucket, S3ChannelSettings settings, S3Bucket.Item item) {
        if (item.size() > largest) {
            later(origin, item, "has " + item.size() + " bytes, more than acorn.flow.largest allows");
            return Optional.empty();
        }
        Intake.Taken taken;
        try (S3Bucket.Reading reading = bucket.get(item.key())) {
            if (!reading.item().same(item)) {
                return Optional.empty();
            }
            taken = intake.take(origin, reading.bytes(), bucket.name() + "/" + item.key(), item.size(), item.modified().toEpochMilli());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | ChannelFault e) {
            later(origin, item, e.getMessage());
            return Optional.empty();
        }
        finish(origin, bucket, settings, item, taken.interchange());
        boolean open = taken.isNew() || taken.interchange().status() == Interchange.Status.RECEIVED;
        return open ? Optional.of(taken.message()) : Optional.empty();
    }

    /** The row is committed, so whatever happens here the object may come again and is known then. */
    private void finish(Intake.Origin origin, S3Bucket bucket, S3ChannelSettings settings, S3Bucket.Item item, Interchange row) {
        try {
            if (settings.move() != null) {
                bucket.copy(item, settings.move() + row.id() + "-" + RemoteNames.plain(item.key()));
            }
            if (!bucket.delete(item)) {
                LOG.info("receive   {} has another object {} since it was taken; that comes next", origin.channel(), item.key());
            }
            troubles.remove(id(origin, item));
        } catch (IOException e) {
            later(origin, item, "is taken in and cannot be " + (settings.move() == null ? "deleted: " : "moved: ") + e.getMessage());
        }
    }

    private void later(Intake.Origin origin, S3Bucket.Item item, String why) {
        if (troubles.size() >= REMEMBERED) {
            troubles.clear();
        }
        Trouble trouble = troubles.merge(id(origin, item), new Trouble(AGAIN, clock.instant().plus(AGAIN)), (old, first) -> {
            Duration pause = old.pause().multipliedBy(2).compareTo(LATEST) < 0 ? old.pause().multipliedBy(2) : LATEST;
            return new Trouble(pause, clock.instant().plus(pause));
        });
        LOG.warn("receive   {} object {} {}; again in {} s", origin.channel(), RemoteNames.plain(item.key()), why,
            trouble.pause().toSeconds());
    }
}
