// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** An upload under a hidden name, which appears under its own name only when the client has closed it after all went well. */
final class UploadChannel implements SeekableByteChannel {
    private final Path hidden;
    private final Path name;
    private final FileChannel file;
    private final long largest;
    private boolean failed;

    /** @param largest bytes that the file may come to have */
    UploadChannel(Path hidden, Path name, long largest) throws IOException {
        this.hidden = hidden;
        this.name = name;
        this.largest = largest;
        this.file = FileChannel.open(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (file.position() + bytes.remaining() > largest) {
            failed = true;
            throw new SftpException(SftpConstants.SSH_FX_FAILURE, "the file is larger than this server takes, or the quota is used up: "
                + largest + " bytes are left");
        }
        try {
            int written = 0;
            while (bytes.hasRemaining()) {
                written += file.write(bytes);
            }
            return written;
        } catch (IOException e) {
            failed = true;
            SftpException full = new SftpException(SftpConstants.SSH_FX_FAILURE, "the server cannot store the file now: "
                + (String.valueOf(e.getMessage()).contains("space") ? "no space is left" : "its disk does not write"));
            full.initCause(e);
            throw full;
        }
    }

    /** Makes it appear, durably, never over another. */
    void publish() throws IOException {
        if (failed) {
            discard();
            throw new SftpException(SftpConstants.SSH_FX_FAILURE, "the upload failed before; nothing was taken");
        }
        file.force(true);
        file.close();
        try {
            // a link fails where the name is taken, which a rename would not
            Files.createLink(name, hidden);
        } catch (UnsupportedOperationException e) {
            Files.move(hidden, name);
            return;
        } catch (IOException e) {
            Files.deleteIfExists(hidden);
            throw e;
        }
        Files.delete(hidden);
        try (FileChannel folder = FileChannel.open(name.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** The client went away before it closed the file. */
    void discard() throws IOException {
        file.close();
        Files.deleteIfExists(hidden);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        throw new SftpException(SftpConstants.SSH_FX_PERMISSION_DENIED, "uploads are not read back");
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        if (position > largest) {
            failed = true;
            throw new SftpException(SftpConstants.SSH_FX_FAILURE, "the file is larger than this server takes: " + largest + " bytes");
        }
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
