// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.FtpComponent;
import org.apache.camel.component.file.remote.FtpConfiguration;
import org.apache.camel.component.file.remote.FtpConstants;
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

    /**
     * A file is streamed, and the server's last word on that transfer comes after its bytes. It must be read before the next command,
     * else each answer is taken for that of the command after: a refused deletion would seem done, and a move would fail.
     */
    private static final class Operations extends FtpOperations {
        private final RemoteSettings settings;
        private final FtpLogin login;
        private InputStream streamed;

        Operations(FTPClient client, RemoteSettings settings, FtpLogin login) {
            super(client, null);
            this.settings = settings;
            this.login = login;
        }

        @Override
        public boolean connect(RemoteFileConfiguration configuration, Exchange exchange) {
            // what a broken connection still owed
            streamed = null;
            try {
                login.open(client);
                return true;
            } catch (IOException | GenericFileOperationFailedException e) {
                throw SftpLogin.fault(settings, "logging in", e);
            }
        }

        @Override
        public boolean retrieveFile(String name, Exchange exchange, long size) {
            finish();
            boolean retrieved = super.retrieveFile(name, exchange, size);
            streamed = exchange.getIn().getHeader(FtpConstants.REMOTE_FILE_INPUT_STREAM, InputStream.class);
            return retrieved;
        }

        @Override
        public void releaseRetrievedFileResources(Exchange exchange) {
            finish();
        }

        @Override
        public boolean deleteFile(String name) {
            finish();
            return super.deleteFile(name);
        }

        @Override
        public boolean renameFile(String from, String to) {
            finish();
            return super.renameFile(from, to);
        }

        @Override
        public boolean existsFile(String name) {
            finish();
            return super.existsFile(name);
        }

        @Override
        public boolean buildDirectory(String directory, boolean absolute) {
            finish();
            return super.buildDirectory(directory, absolute);
        }

        private void finish() {
            if (streamed == null) {
                return;
            }
            try {
                InputStream in = streamed;
                streamed = null;
                in.close();
                if (!client.completePendingCommand()) {
                    throw new GenericFileOperationFailedException(client.getReplyCode(), client.getReplyString(),
                        "the server did not send all of the file: " + client.getReplyString().strip());
                }
            } catch (IOException e) {
                throw new GenericFileOperationFailedException("the server did not end the transfer: " + e.getMessage(), e);
            }
        }
    }
}
