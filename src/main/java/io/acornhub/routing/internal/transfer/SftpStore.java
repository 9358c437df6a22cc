// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** An SFTP server. */
final class SftpStore implements RemoteStore {
    private final Session session;
    private final ChannelSftp channel;

    /** Logs in. */
    SftpStore(RemoteSettings settings, SftpLogin login) throws IOException {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        Session opened = null;
        try {
            opened = login.session();
            opened.connect(timeout);
            channel = (ChannelSftp) opened.openChannel("sftp");
            channel.connect(timeout);
            session = opened;
        } catch (JSchException | RuntimeException e) {
            if (opened != null) {
                opened.disconnect();
            }
            if (e instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void put(String path, InputStream bytes) throws IOException {
        run(() -> channel.put(bytes, plain(path)), "write", path);
    }

    @Override
    public OptionalLong size(String path) throws IOException {
        try {
            return OptionalLong.of(channel.lstat(plain(path)).getSize());
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw said("look at", path, e);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        run(() -> channel.rename(plain(from), plain(to)), "rename to " + to, from);
    }

    @Override
    public void delete(String path) throws IOException {
        run(() -> channel.rm(plain(path)), "delete", path);
    }

    @Override
    public void close() {
        channel.disconnect();
        session.disconnect();
    }

    /** The library takes patterns where it takes paths; here every character is itself. */
    private static String plain(String path) {
        return path.replaceAll("([\\\\?*])", "\\\\$1");
    }

    private static void run(Step step, String doing, String path) throws IOException {
        try {
            step.run();
        } catch (SftpException e) {
            throw said(doing, path, e);
        }
    }

    private static IOException said(String doing, String path, SftpException e) {
        String why = e.id == ChannelSftp.SSH_FX_PERMISSION_DENIED ? "the server does not permit it" : e.id
            == ChannelSftp.SSH_FX_NO_SUCH_FILE ? "the server knows no such file or folder" : e.getMessage();
        return new IOException("cannot " + doing + " " + path + ": " + why, e);
    }

    private interface Step {
        void run() throws SftpException;
    }
}
