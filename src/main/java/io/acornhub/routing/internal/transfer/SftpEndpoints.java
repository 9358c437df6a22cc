// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.net.URI;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.stereotype.Component;

/** Camel's SFTP component with the hub's own login: {@code sftp:<connection>}, host keys pinned, secrets by reference. */
@Component("sftp")
class SftpEndpoints extends SftpComponent {
    private final RemoteEndpoints endpoints;

    SftpEndpoints(RemoteEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(String uri, String remaining, Map<String, Object> parameters)
        throws Exception {
        RemoteSettings settings = endpoints.settings(remaining);
        SftpConfiguration configuration = new SftpConfiguration(URI.create("sftp://" + remaining));
        configuration.setUseUserKnownHostsFile(false);
        endpoints.place(configuration, settings, getAndRemoveParameter(parameters, "folder", String.class));
        return new Endpoint(uri, this, configuration, settings, endpoints.sftp(settings));
    }

    @Override
    protected void afterPropertiesSet(GenericFileEndpoint<SftpRemoteFile> endpoint) {
        endpoints.looks((SftpEndpoint) endpoint, ((Endpoint) endpoint).settings);
    }

    private static final class Endpoint extends SftpEndpoint {
        private final RemoteSettings settings;
        private final SftpLogin login;

        Endpoint(String uri, SftpComponent component, SftpConfiguration configuration, RemoteSettings settings, SftpLogin login) {
            super(uri, component, configuration);
            this.settings = settings;
            this.login = login;
        }

        @Override
        public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
            SftpOperations operations = new Operations(settings, login);
            operations.setEndpoint(this);
            return operations;
        }
    }

    private static final class Operations extends SftpOperations {
        private final RemoteSettings settings;
        private final SftpLogin login;

        Operations(RemoteSettings settings, SftpLogin login) {
            this.settings = settings;
            this.login = login;
        }

        @Override
        public boolean connect(RemoteFileConfiguration configuration, Exchange exchange) {
            try {
                return super.connect(configuration, exchange);
            } catch (GenericFileOperationFailedException e) {
                throw SftpLogin.fault(settings, "logging in", e);
            }
        }

        @Override
        protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
            return login.session();
        }
    }
}
