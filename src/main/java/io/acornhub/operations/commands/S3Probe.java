// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.archive.S3Bucket;
import io.acornhub.archive.S3Location;
import io.acornhub.channel.probe.ConnectionProbe;
import io.acornhub.channel.probe.ProbeResult;
import io.acornhub.channel.probe.ProbeTarget;
import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A bucket: reached, and what the keys may do in each prefix; with a probe put and taken away where that was asked for. */
final class S3Probe implements ConnectionProbe {
    private static final String ADVICE = "check bucket, region, endpoint and what the keys may do (list, get, put and delete in the "
        + "prefixes); see config/channels/s3.md";

    @Override
    public List<ProbeResult> probe(ProbeTarget target) {
        List<ProbeResult> results = new ArrayList<>();
        Supplier<S3Location.Keys> keys = target.setting("accessKey").isEmpty() ? null
            : () -> new S3Location.Keys(target.value("accessKey"), target.value("secretKey"));
        S3Location location = new S3Location(target.setting("bucket"), target.setting("region"), target.setting("endpoint"),
            Boolean.parseBoolean(target.setting("pathStyle")), keys);
        String step = "bucket";
        try (S3Bucket bucket = new S3Bucket(location)) {
            String upload = S3Bucket.folder(target.setting("upload"));
            String download = S3Bucket.folder(target.setting("download"));
            bucket.check(download, S3Bucket.folder(target.channel().movesTo()), upload).forEach(c -> results.add(result(c)));
            step = "write";
            if (target.write() && upload != null && results.stream().noneMatch(ProbeResult::isFailed)) {
                write(bucket, upload + "acorn-hub.probe");
                results.add(ProbeResult.ok(step, "a probe was put, read and deleted"));
            }
        } catch (Secrets.MissingSecret e) {
            results.add(ProbeResult.failed("keys", e.getMessage(), "put it there"));
        } catch (IOException | RuntimeException e) {
            results.add(ProbeResult.failed(step, String.valueOf(e.getMessage()), ADVICE));
        }
        return results;
    }

    private static ProbeResult result(S3Bucket.Check check) {
        return check.fine() ? ProbeResult.ok(check.name(), check.words()) : ProbeResult.failed(check.name(), check.words(), ADVICE);
    }

    private static void write(S3Bucket bucket, String key) throws IOException {
        Path file = Files.createTempFile("acorn-hub", ".probe");
        try {
            Files.writeString(file, "probe");
            bucket.put(key, file, 5, Map.of(), false);
            try (S3Bucket.Reading read = bucket.get(key)) {
                read.bytes().readAllBytes();
                bucket.delete(read.item());
            }
        } finally {
            Files.delete(file);
        }
    }
}
