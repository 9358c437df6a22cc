// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.Transmissions;
import io.acornhub.routing.internal.transfer.TemporaryUpload.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Outbound: puts a stored interchange on a server of others. With a temporary name it appears there exactly once. With the final
 * name at once (setting {@code rename: none}) an attempt whose end is unknown is looked after: what lies there with the same name
 * and size has got through, otherwise the same bytes go again under the same name, and the audit trail says so.
 */
@Component("remoteSending")
public class RemoteSending {
    private final StageTools tools;
    private final Archive archive;
    private final Transmissions transmissions;
    private final RemoteStores stores;
    private final UploadRecords records;

    RemoteSending(StageTools tools, Archive archive, Transmissions transmissions, RemoteStores stores, UploadRecords records) {
        this.tools = tools;
        this.archive = archive;
        this.transmissions = transmissions;
        this.stores = stores;
        this.records = records;
    }

    /**
     * @param connection name of the connection
     * @param folder the server's folder, as the account sees it
     * @throws io.acornhub.interchange.ChannelFault where the server cannot be reached or will not
     */
    public void put(WorkMessage message, @Header("AcornConnection") String connection, @Header("AcornFolder") String folder) {
        tools.traced(Queues.OUTBOUND_SEND, message, () -> {
            transmissions.open(message).ifPresent(interchange -> put(interchange, stores.settings(connection), folder));
            return null;
        });
    }

    private void put(Interchange interchange, RemoteSettings settings, String folder) {
        String words;
        try (RemoteStore store = stores.open(settings)) {
            words = settings.temporary() ? byRename(interchange, settings, new TemporaryUpload(store, records, settings.connection(),
                folder)) : atOnce(interchange, store, RemoteSettings.path(folder, interchange.fileName()));
        } catch (IOException e) {
            throw SftpLogin.fault(settings, "putting " + interchange.fileName(), e);
        }
        transmissions.sent(interchange, "file " + interchange.fileName() + words, Light.Colour.GREEN);
    }

    private String byRename(Interchange interchange, RemoteSettings settings, TemporaryUpload upload) throws IOException {
        Upload what = new Upload(interchange.id(), interchange.fileName(), interchange.sizeBytes());
        Optional<String> staged = records.staged(settings.connection(), interchange.id());
        if (interchange.status() == Interchange.Status.READY || staged.isEmpty()) {
            upload.stage(what, () -> archive.open(interchange.sha256()), temporary -> stage(interchange, settings, temporary));
            staged = records.staged(settings.connection(), interchange.id());
        }
        return upload.publish(what, staged.orElseThrow());
    }

    /** Another process may have been first; then its temporary name is the one that counts. */
    private void stage(Interchange interchange, RemoteSettings settings, String temporary) {
        transmissions.begin(interchange, () -> records.stage(settings.connection(), interchange.id(), temporary));
        // begun under another setting, so that no temporary name counts yet
        records.staged(settings.connection(), interchange.id()).orElseGet(() -> {
            records.stageFirst(settings.connection(), interchange.id(), temporary);
            return temporary;
        });
    }

    private String atOnce(Interchange interchange, RemoteStore store, String path) throws IOException {
        boolean[] first = {false};
        transmissions.begin(interchange, () -> first[0] = true);
        OptionalLong there = first[0] ? OptionalLong.empty() : store.size(path);
        if (there.isPresent() && there.getAsLong() == interchange.sizeBytes()) {
            return ", found there with the same name and size after the answer to the attempt before was lost";
        }
        try (InputStream bytes = archive.open(interchange.sha256())) {
            store.put(path, bytes);
        }
        OptionalLong arrived = store.size(path);
        if (arrived.isPresent() && arrived.getAsLong() != interchange.sizeBytes()) {
            throw new IOException("of " + interchange.sizeBytes() + " bytes " + arrived.getAsLong() + " arrived");
        }
        return first[0] ? "" : ", the same name and bytes again, since the end of the attempt before is unknown";
    }
}
