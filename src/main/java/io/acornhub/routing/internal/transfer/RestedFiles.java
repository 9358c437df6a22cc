// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import com.jcraft.jsch.ChannelSftp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.commons.net.ftp.FTPFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which files of a listing are fetched: plain files with plain names that the channel includes, that have rested, are not too
 * large, and are due. The server's clock is not believed: a file has rested when size and time were the same for long enough here.
 */
final class RestedFiles<T> implements GenericFileFilter<T> {
    private static final Logger LOG = LoggerFactory.getLogger(RestedFiles.class);
    private static final int REMEMBERED = 100_000;
    private final RemoteSettings settings;
    private final long largest;
    private final FetchAttempts attempts;
    private final Clock clock;
    private final Map<String, Seen> seen = remembering();
    private final Map<String, String> told = remembering();

    RestedFiles(RemoteSettings settings, long largest, FetchAttempts attempts, Clock clock) {
        this.settings = settings;
        this.largest = largest;
        this.attempts = attempts;
        this.clock = clock;
    }

    private record Seen(long size, long modified, Instant since) {
    }

    private static <V> Map<String, V> remembering() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    @Override
    public synchronized boolean accept(GenericFile<T> file) {
        String name = file.getFileNameOnly();
        if (file.isDirectory() || isLink(file.getFile()) || name.startsWith(".") || name.matches("(?i).*\\.(part|tmp|filepart)")
            || settings.include() != null && !settings.include().matcher(name).matches()) {
            return false;
        }
        // such characters are patterns or other folders to servers and libraries, so that more than this file would be deleted
        if (name.chars().anyMatch(c -> Character.isISOControl(c) || "*?/\\".indexOf(c) >= 0)) {
            return left(name, "its name holds a character that is no part of a file name; ask for another name");
        }
        if (file.getFileLength() > largest) {
            return left(name, "it has " + file.getFileLength() + " bytes and the hub takes at most " + largest
                + " (acorn.flow.largest); ask the partner to split it");
        }
        return rested(name, file.getFileLength(), file.getLastModified())
            && attempts.due(FetchAttempts.file(settings.connection(), name, file.getFileLength(), file.getLastModified()));
    }

    private boolean rested(String name, long size, long modified) {
        if (settings.settle().equals(Duration.ZERO)) {
            return true;
        }
        Instant now = clock.instant();
        Seen before = seen.get(name);
        if (before == null || before.size() != size || before.modified() != modified) {
            seen.put(name, new Seen(size, modified, now));
            return false;
        }
        return !now.isBefore(before.since().plus(settings.settle()));
    }

    private boolean left(String name, String why) {
        String shown = RemoteNames.plain(name);
        if (!why.equals(told.put(name, why))) {
            LOG.error("receive   file {} of {} stays on the server {}: {}", shown, settings.connection(), settings.server(), why);
        }
        return false;
    }

    private static boolean isLink(Object file) {
        if (file instanceof SftpRemoteFile<?> sftp && sftp.getRemoteFile() instanceof ChannelSftp.LsEntry entry) {
            return entry.getAttrs().isLink();
        }
        return file instanceof FTPFile ftp && ftp.isSymbolicLink();
    }
}
