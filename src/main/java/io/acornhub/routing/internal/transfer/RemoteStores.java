// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import java.io.IOException;
import org.springframework.stereotype.Component;

/** Logs in to the server of a connection. */
@Component
class RemoteStores {
    private final RemoteEndpoints endpoints;

    RemoteStores(RemoteEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    RemoteSettings settings(String connection) {
        return endpoints.settings(connection);
    }

    RemoteStore open(RemoteSettings settings) throws IOException {
        return settings.hostKey() == null ? new FtpStore(endpoints.ftp(settings)) : new SftpStore(settings, endpoints.sftp(settings));
    }
}
