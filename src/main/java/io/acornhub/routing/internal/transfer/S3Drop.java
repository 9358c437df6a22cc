// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.archive.Archive;
import io.acornhub.archive.BucketFault;
import io.acornhub.archive.S3Bucket;
import io.acornhub.archive.Unfinished;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.Transmissions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Puts an interchange into a bucket under its final key, in one step. What stands there already counts as done if it is the same
 * interchange, and is never overwritten if it is anything else.
 */
@Component("s3Drop")
public class S3Drop {
    private static final String SHA256 = "acorn-sha256";
    private static final String INTERCHANGE = "acorn-interchange";
    private final StageTools tools;
    private final Archive archive;
    private final Transmissions transmissions;
    private final S3Channels channels;
    private final Path folder;

    S3Drop(StageTools tools, Archive archive, Transmissions transmissions, S3Channels channels) throws IOException {
        this.tools = tools;
        this.archive = archive;
        this.transmissions = transmissions;
        this.channels = channels;
        this.folder = Unfinished.folder(tools.settings().inData("transfer"));
    }

    /**
     * @param connection name of the connection
     * @throws ChannelFault where the bucket cannot be reached or will not
     */
    public void put(WorkMessage message, @Header("AcornConnection") String connection) {
        tools.traced(Queues.OUTBOUND_SEND, message, () -> {
            transmissions.open(message).ifPresent(interchange -> send(interchange, connection));
            return null;
        });
    }

    private void send(Interchange interchange, String connection) {
        transmissions.begin(interchange, () -> { });
        S3Bucket bucket = channels.bucket(connection);
        String key = channels.settings(connection).upload() + interchange.fileName();
        String how = "object " + key;
        try {
            if (there(bucket, key, interchange)) {
                how += ", found there with the same content after the answer to the attempt before was lost";
            } else {
                put(bucket, key, interchange);
            }
        } catch (IOException e) {
            boolean refused = e instanceof BucketFault fault && fault.kind() == BucketFault.Kind.REFUSED;
            FaultCode code = refused ? FaultCode.TARGET_REFUSED : FaultCode.TARGET_UNREACHABLE;
            throw new ChannelFault(Fault.onPath(code, connection, interchange.fileName(), interchange.fileName() + " for "
                + interchange.counterpart() + " cannot be put: " + e.getMessage()), e);
        }
        transmissions.sent(interchange, how, Light.Colour.GREEN);
    }

    private void put(S3Bucket bucket, String key, Interchange interchange) throws IOException {
        Path part = Unfinished.next(folder);
        try (InputStream bytes = archive.open(interchange.sha256())) {
            Files.copy(bytes, part);
            put(bucket, key, part, interchange);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void put(S3Bucket bucket, String key, Path part, Interchange interchange) throws IOException {
        Map<String, String> metadata = Map.of(SHA256, interchange.sha256(), INTERCHANGE, interchange.id());
        try {
            bucket.put(key, part, interchange.sizeBytes(), metadata, true);
        } catch (BucketFault e) {
            if (e.kind() == BucketFault.Kind.UNSUPPORTED) {
                bucket.put(key, part, interchange.sizeBytes(), metadata, false);
            } else if (e.kind() != BucketFault.Kind.CHANGED || !there(bucket, key, interchange)) {
                throw e;
            }
        }
    }

    private static boolean there(S3Bucket bucket, String key, Interchange interchange) throws IOException {
        Optional<S3Bucket.Item> found = bucket.head(key);
        if (found.isEmpty()) {
            return false;
        }
        if (found.get().size() == interchange.sizeBytes() && interchange.sha256().equals(found.get().metadata().get(SHA256))) {
            return true;
        }
        throw new BucketFault(BucketFault.Kind.REFUSED, "bucket " + bucket.name() + " holds another object " + key + ", which is left"
            + " alone; when it may go, delete it there and replay this one", null);
    }
}
