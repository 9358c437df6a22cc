// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.FtpComponent;
import org.apache.camel.component.file.remote.FtpConfiguration;
import org.apache.camel.component.file.remote.FtpEndpoint;
import org.apache.camel.component.file.remote.FtpOperations;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.springframework.stereotype.Component;

/** Camel's FTP component with the hub's own login: {@code ftp:<connection>}, TLS unless the channel says otherwise. */
@Component("ftp")
class FtpEndpoints extends FtpComponent {
    private final RemoteEndpoints endpoints;

    FtpEndpoints(RemoteEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    protected GenericFileEndpoint<FTPFile> buildFileEndpoint(String uri, String remaining, Map<String, Object> parameters)
        throws Exception {
        RemoteSettings settings = endpoints.settings(remaining);
        FtpConfiguration configuration = new FtpConfiguration(URI.create("ftp://" + remaining));
        endpoints.place(configuration, settings, getAndRemoveParameter(parameters, "folder", String.class));
        configuration.setBinary(true);
        configuration.setPassiveMode(settings.passive());
        return new Endpoint(uri, this, configuration, settings, endpoints.ftp(settings));
    }

    @Override
    protected void afterPropertiesSet(GenericFileEndpoint<FTPFile> endpoint) {
        endpoints.looks((FtpEndpoint<FTPFile>) endpoint, ((Endpoint) endpoint).settings);
    }

    private static final class Endpoint extends FtpEndpoint<FTPFile> {
        private final RemoteSettings settings;
        private final FtpLogin login;

        Endpoint(String uri, FtpEndpoints component, FtpConfiguration configuration, RemoteSettings settings, FtpLogin login) {
            super(uri, component, configuration);
            this.settings = settings;
            this.login = login;
        }

        @Override
        protected FTPClient createFtpClient() {
            return login.client();
        }

        @Override
        public RemoteFileOperations<FTPFile> createRemoteFileOperations() {
            FtpOperations operations = new Operations(createFtpClient(), settings, login);
            operations.setEndpoint(this);
            return operations;
        }
    }

    private static final class Operations extends FtpOperations {
        private final RemoteSettings settings;
        private final FtpLogin login;

        Operations(FTPClient client, RemoteSettings settings, FtpLogin login) {
            super(client, null);
            this.settings = settings;
            this.login = login;
        }

        @Override
        public boolean connect(RemoteFileConfiguration configuration, Exchange exchange) {
            try {
                login.open(client);
                return true;
            } catch (IOException | GenericFileOperationFailedException e) {
                throw SftpLogin.fault(settings, "logging in", e);
            }
        }
    }
}
