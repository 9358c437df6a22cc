// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sftp;

import java.nio.file.Path;

/** An SFTP server that nobody here wrote, on loopback, with one account that logs in by key. */
public interface SftpTestServer extends AutoCloseable {

    int port();

    String user();

    /** The server's public key, as a line of known_hosts. */
    String hostKey();

    /** The folder in which the account begins. */
    Path root();

    /** The account's private key, in OpenSSH's format. */
    Path clientKey();

    @Override
    void close();

    /** OpenSSH where it is installed, else Apache MINA. */
    static SftpTestServer any(Path folder) {
        return OpenSshServer.isInstalled() ? OpenSshServer.start(folder, 0) : MinaSftpServer.start(folder);
    }
}
