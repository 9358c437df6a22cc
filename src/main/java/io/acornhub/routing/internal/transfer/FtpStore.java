// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;

/** An FTP server. */
final class FtpStore implements RemoteStore {
    private final FTPClient client;

    /** Logs in. */
    FtpStore(FtpLogin login) throws IOException {
        client = login.client();
        login.open(client);
    }

    @Override
    public void put(String path, InputStream bytes) throws IOException {
        done(client.storeFile(path, bytes), "write", path);
    }

    /** By SIZE; where the server has no such command, by a listing. */
    @Override
    public OptionalLong size(String path) throws IOException {
        if (FTPReply.isPositiveCompletion(client.sendCommand("SIZE", path))) {
            return OptionalLong.of(Long.parseLong(client.getReplyString().substring(4).strip()));
        }
        // the same reply stands for much that is no missing file, and a missing file is taken as sent: so the folder is asked
        int slash = path.lastIndexOf('/');
        for (FTPFile file : slash < 0 ? client.listFiles() : client.listFiles(path.substring(0, Math.max(slash, 1)))) {
            if (path.substring(slash + 1).equals(RemoteNames.last(file.getName()))) {
                return OptionalLong.of(file.getSize());
            }
        }
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
            throw new IOException("cannot look at " + path + ": " + client.getReplyString().strip());
        }
        return OptionalLong.empty();
    }

    @Override
    public void rename(String from, String to) throws IOException {
        done(client.rename(from, to), "rename to " + to, from);
    }

    @Override
    public void delete(String path) throws IOException {
        done(client.deleteFile(path), "delete", path);
    }

    private void done(boolean done, String doing, String path) throws IOException {
        if (!done) {
            throw new IOException("cannot " + doing + " " + path + ": " + String.valueOf(client.getReplyString()).strip());
        }
    }

    @Override
    public void close() {
        try {
            client.logout();
            client.disconnect();
        } catch (IOException e) {
            // it is gone
            return;
        }
    }
}
