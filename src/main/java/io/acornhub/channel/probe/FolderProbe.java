// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Folders of this machine: there, readable, writable. */
final class FolderProbe implements ConnectionProbe {

    @Override
    public List<ProbeResult> probe(ProbeTarget target) {
        List<ProbeResult> results = new ArrayList<>();
        for (String key : List.of("inbox", "outbox")) {
            if (!target.setting(key).isEmpty()) {
                results.add(folder(key, target.data().resolve(target.setting(key)), target.write()));
            }
        }
        return results;
    }

    static ProbeResult folder(String name, Path folder, boolean write) {
        if (!Files.exists(folder)) {
            return ProbeResult.warn(name, folder + " is not there", "the hub makes it when it starts, where its user has the right to");
        }
        if (!Files.isDirectory(folder)) {
            return ProbeResult.failed(name, folder + " is a file", "name a folder, or move the file away");
        }
        try (Stream<Path> files = Files.list(folder)) {
            long waiting = files.filter(Files::isRegularFile).count();
            if (!Files.isWritable(folder)) {
                return ProbeResult.failed(name, folder + " cannot be written", "give the hub's user the right to");
            }
            if (write) {
                Files.delete(Files.createTempFile(folder, ".acorn-hub-", ".probe"));
            }
            return ProbeResult.ok(name, folder + " can be read and written, " + waiting + " files lie in it");
        } catch (IOException e) {
            return ProbeResult.failed(name, folder + " cannot be used: " + e, "give the hub's user the right to read and write it");
        }
    }
}
