// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.interchange.HubId;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Puts a file on a server of others exactly once: all bytes under a temporary name of this attempt's own, that name committed as
 * the one that counts, then renamed. A temporary name that counts and is not there any more was renamed, whatever became of the
 * answer; of attempts that do not count only rubbish is left, which is deleted.
 */
final class TemporaryUpload {
    private static final int RANDOM = 18;
    private final RemoteStore store;
    private final UploadRecords records;
    private final String connection;
    private final String folder;

    TemporaryUpload(RemoteStore store, UploadRecords records, String connection, String folder) {
        this.store = store;
        this.records = records;
        this.connection = connection;
        this.folder = folder;
    }

    /**
     * What is sent.
     *
     * @param subject by which it is known, the same for every attempt
     * @param name final name, which no other subject ever has
     */
    record Upload(String subject, String name, long size) {
    }

    /** Opens the bytes. */
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * First half: sends the bytes and lets the caller commit.
     *
     * @param commits commits the temporary name as the one that counts, unless another attempt was first
     */
    void stage(Upload upload, Source source, Consumer<String> commits) throws IOException {
        String temporary = "." + upload.name() + "." + HubId.next().substring(RANDOM) + ".part";
        records.begun(connection, upload.subject(), temporary);
        try (InputStream bytes = source.open()) {
            store.put(path(temporary), bytes);
        }
        OptionalLong arrived = store.size(path(temporary));
        if (arrived.isEmpty() || arrived.getAsLong() != upload.size()) {
            throw new IOException("of " + upload.size() + " bytes of " + upload.name() + (arrived.isEmpty() ? " nothing"
                : " " + arrived.getAsLong()) + " arrived");
        }
        commits.accept(temporary);
    }

    /**
     * Second half, after the commit: makes it appear, or finds that it has.
     *
     * @return words for the audit trail
     */
    String publish(Upload upload, String temporary) throws IOException {
        String words = appear(upload, path(temporary), path(upload.name()));
        for (String other : records.others(connection, upload.subject(), temporary)) {
            if (store.size(path(other)).isPresent()) {
                store.delete(path(other));
            }
            records.gone(connection, other);
        }
        records.gone(connection, temporary);
        records.done(connection, upload.subject());
        return words;
    }

    private String appear(Upload upload, String temporary, String name) throws IOException {
        OptionalLong there = store.size(name);
        if (store.size(temporary).isEmpty()) {
            return there.isPresent() ? ", found there after the answer to the attempt before was lost"
                : ", put there by the attempt before and taken away since";
        }
        if (there.isEmpty()) {
            store.rename(temporary, name);
            return "";
        }
        if (there.getAsLong() != upload.size()) {
            throw new IOException("another file named " + upload.name() + " lies there, with " + there.getAsLong() + " bytes and not "
                + upload.size() + "; ask the partner to take it away");
        }
        store.delete(temporary);
        return ", which lay there already with the same name and size";
    }

    private String path(String name) {
        return RemoteSettings.path(folder, name);
    }
}
