// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes contents: in memory first, in a file of the work folder from a size on. Knows what it made, to delete it. */
final class Spools implements AutoCloseable {
    private final Path work;
    private final int inMemory;
    private final List<As2Content> made = new ArrayList<>();
    private final List<Spool> open = new ArrayList<>();

    Spools(Path work, int inMemory) {
        this.work = work;
        this.inMemory = inMemory;
    }

    /** More bytes than are taken. */
    static final class TooLarge extends IOException {
        TooLarge(long most) {
            super("more than " + most + " bytes");
        }
    }

    /** The work folder or a file in it does not do what it should: the hub's trouble, not the message's. */
    static final class DiskFault extends IOException {
        DiskFault(IOException cause) {
            super("the work folder of AS2 messages: " + cause, cause);
        }

        /** Throws it again when it is what is behind another exception. */
        static void rethrow(Throwable behind) throws DiskFault {
            for (Throwable cause = behind; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
                if (cause instanceof DiskFault fault) {
                    throw fault;
                }
            }
        }
    }

    /** A new one that takes at most so many bytes. */
    Spool spool(long most) {
        Spool spool = new Spool(most);
        open.add(spool);
        return spool;
    }

    List<As2Content> made() {
        return made;
    }

    /** Deletes everything but what is kept. */
    void closeAllBut(As2Content... kept) throws IOException {
        List<As2Content> keep = List.of(kept);
        for (As2Content content : made) {
            if (!keep.contains(content)) {
                content.close();
            }
        }
    }

    /** Deletes what is half written: of a message that was refused in the middle. */
    void abandon() throws IOException {
        for (Spool spool : open) {
            spool.abandon();
        }
        open.clear();
    }

    /** Deletes everything, also what is half written. */
    @Override
    public void close() throws IOException {
        abandon();
        closeAllBut();
    }

    /** Takes bytes. */
    final class Spool extends OutputStream {
        private final long most;
        private ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private OutputStream file;
        private Path path;
        private long size;

        private Spool(long most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (size + length > most) {
                throw new TooLarge(most);
            }
            try {
                if (file == null && size + length > inMemory) {
                    Files.createDirectories(work);
                    path = Files.createTempFile(work, "as2-", ".part");
                    file = Files.newOutputStream(path);
                    memory.writeTo(file);
                    memory = null;
                }
                (file == null ? memory : file).write(bytes, offset, length);
            } catch (IOException e) {
                throw new DiskFault(e);
            }
            size += length;
        }

        long size() {
            return size;
        }

        /** What was written. */
        As2Content content() throws IOException {
            open.remove(this);
            if (file != null) {
                file.close();
            }
            As2Content content = file == null ? As2Content.of(memory.toByteArray()) : As2Content.temporary(path);
            made.add(content);
            return content;
        }

        private void abandon() throws IOException {
            if (file != null) {
                file.close();
                Files.deleteIfExists(path);
            }
        }
    }
}
