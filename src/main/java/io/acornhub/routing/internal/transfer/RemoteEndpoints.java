// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.channel.Certificates;
import io.acornhub.interchange.Leases;
import io.acornhub.partner.Secrets;
import io.acornhub.routing.HubSettings;
import io.acornhub.routing.internal.watch.StageWatch;
import java.time.Clock;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.springframework.stereotype.Component;

/**
 * What endpoints to servers of others share. An endpoint is called {@code sftp:<connection>}: all that belongs to the login is
 * looked up by that name when it connects, so no address of an endpoint, in the log, JMX or a console, holds any of it.
 */
@Component
class RemoteEndpoints {
    private static final int FAILED_LOOKS = 3;
    private static final int SLOWER = 10;
    private final RemoteChannels channels;
    private final Secrets secrets;
    private final Leases leases;
    private final FetchAttempts attempts;
    private final StageWatch watch;
    private final Certificates certificates;
    private final Clock clock = Clock.systemUTC();
    private final long largest;

    RemoteEndpoints(RemoteChannels channels, Secrets secrets, Certificates certificates, Leases leases, FetchAttempts attempts,
                    StageWatch watch, HubSettings settings) {
        this.channels = channels;
        this.secrets = secrets;
        this.certificates = certificates;
        this.leases = leases;
        this.attempts = attempts;
        this.watch = watch;
        this.largest = settings.flow().largest();
    }

    RemoteSettings settings(String connection) {
        return channels.of(connection);
    }

    SftpLogin sftp(RemoteSettings settings) {
        return new SftpLogin(settings, secrets);
    }

    FtpLogin ftp(RemoteSettings settings) {
        return new FtpLogin(settings, secrets, certificates, clock);
    }

    /** Where and as whom; no secret. */
    void place(RemoteFileConfiguration configuration, RemoteSettings settings, String folder) {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        configuration.setHost(settings.host());
        configuration.setPort(settings.port());
        configuration.setUsername(settings.user());
        configuration.setDirectory(folder == null || folder.equals(".") ? "" : folder);
        configuration.setDirectoryName(folder == null ? "" : folder);
        configuration.setConnectTimeout(timeout);
        configuration.setSoTimeout(timeout);
        configuration.setTimeout(timeout);
        configuration.setStepwise(false);
        configuration.setStreamDownload(true);
        configuration.setThrowExceptionOnConnectFailed(true);
    }

    /** How it is looked at and what is fetched; the original goes only after the route has taken the file in. */
    <T> void looks(RemoteFileEndpoint<T> endpoint, RemoteSettings settings) {
        RemotePolls polls = new RemotePolls(settings, leases, watch);
        endpoint.setMaximumReconnectAttempts(0);
        endpoint.setAutoCreate(false);
        endpoint.setDisconnect(true);
        endpoint.setDelay(settings.poll().toMillis());
        endpoint.setBackoffErrorThreshold(FAILED_LOOKS);
        endpoint.setBackoffMultiplier(SLOWER);
        endpoint.setPollStrategy(polls);
        endpoint.setExceptionHandler(polls);
        endpoint.setOnCompletionExceptionHandler(polls);
        endpoint.setFilter(new RestedFiles<>(settings, largest, attempts, clock));
        if (settings.moveTo() == null) {
            endpoint.setDelete(true);
        } else {
            endpoint.setMove(settings.moveTo() + "/${date:now:yyyyMMddHHmmssSSS}-${file:onlyname}");
        }
    }
}
