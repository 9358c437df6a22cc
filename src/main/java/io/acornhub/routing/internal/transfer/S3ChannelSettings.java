// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.archive.S3Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** What a channel of type {@code s3} is set to, beside its bucket. Prefixes are folders: one that is not empty ends with a slash. */
record S3ChannelSettings(String download, String upload, String move, Pattern include, Duration every) {
    private static final String MOVE = "move:";
    private static final String DELETE = "delete";

    S3ChannelSettings(Map<String, String> settings) {
        this(S3Bucket.folder(settings.get("download")), S3Bucket.folder(settings.get("upload")),
            move(settings.getOrDefault("afterDownload", DELETE)),
            Pattern.compile(settings.getOrDefault("include", ".*")), Duration.parse(settings.getOrDefault("every", "PT10S")));
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

    /** Null for: delete. */
    private static String move(String set) {
        if (set.isBlank() || DELETE.equals(set.strip())) {
            return null;
        }
        if (!set.startsWith(MOVE) || set.length() == MOVE.length()) {
            throw new IllegalArgumentException("afterDownload is '" + set + "'; it may be delete or move:<prefix>");
        }
        return S3Bucket.folder(set.substring(MOVE.length()));
    }
}
