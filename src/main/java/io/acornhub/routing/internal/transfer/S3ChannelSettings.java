// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.archive.S3Bucket;
import io.acornhub.partner.Channel;
import java.time.Duration;
import java.util.regex.Pattern;

/** What a channel of type {@code s3} is set to, beside its bucket. Prefixes are folders: one that is not empty ends with a slash. */
record S3ChannelSettings(String download, String upload, String move, Pattern include, Duration every) {
    S3ChannelSettings(Channel channel) {
        this(S3Bucket.folder(channel.settings().get("download")), S3Bucket.folder(channel.settings().get("upload")),
            S3Bucket.folder(channel.movesTo()), Pattern.compile(channel.settings().getOrDefault("include", ".*")),
            Duration.parse(channel.settings().getOrDefault("every", "PT10S")));
        if (upload != null && upload.equals(download)) {
            throw new IllegalArgumentException("download and upload are the same prefix; what is sent would be taken in again");
        }
        if (move != null && move.equals(download)) {
            throw new IllegalArgumentException("afterDownload moves objects to where they are taken from; name another prefix");
        }
    }

    /** Whether an object below {@link #download} is one to be taken in: none that the hub itself has put or moved there. */
    boolean takes(S3Bucket.Item item) {
        String key = item.key();
        return !key.endsWith("/") && !within(key, upload) && !within(key, move)
            && include.matcher(key.substring(key.lastIndexOf('/') + 1)).matches();
    }

    /** A folder that holds the download folder does not matter: nothing is put as deep as that. */
    private boolean within(String key, String folder) {
        return folder != null && folder.startsWith(download) && key.startsWith(folder);
    }
}
