// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Puts files into a folder that another program empties, each exactly once and never half written. {@link #stage} writes
 * {@code <folder>/.staging/<name>} to the disk; the caller then commits that it did so; {@link #publish} renames into the
 * folder. A crash before the caller's commit is followed by staging again, which overwrites; one after it by publishing again,
 * where a staged file that is not there any more was published before (and may have been taken away since). So a name must be
 * unique for ever, and nothing is staged again once its staging is committed.
 */
public final class FolderDrop {
    /** On the same file system as the folder, or the rename would not be atomic; the dot hides it from most programs. */
    private static final String STAGING = ".staging";

    private FolderDrop() {
    }

    /** Writes the file where nobody looks for it, durably, over what an attempt before may have left. */
    public static void stage(Path folder, String name, byte[] bytes) throws IOException {
        stage(folder, Map.of(name, bytes));
    }

    /** Several files with one flush of the folder. */
    public static void stage(Path folder, Map<String, byte[]> files) throws IOException {
        Path staging = Files.createDirectories(folder.resolve(STAGING));
        List<FileChannel> written = new ArrayList<>(files.size());
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                written.add(write(staging.resolve(checked(file.getKey())), file.getValue()));
            }
            // all are written before the first is forced: one commit of the file system's journal then carries the others
            for (FileChannel file : written) {
                file.force(true);
            }
        } finally {
            for (FileChannel file : written) {
                file.close();
            }
        }
        flush(staging);
    }

    /** Makes the staged file appear in the folder; harmless when that has happened before. */
    public static void publish(Path folder, String name) throws IOException {
        publish(folder, List.of(name));
    }

    /** Several files with one flush of the folder. */
    public static void publish(Path folder, Collection<String> names) throws IOException {
        Path staging = folder.resolve(STAGING);
        for (String name : names) {
            try {
                Files.move(staging.resolve(checked(name)), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException e) {
                if (!Files.isDirectory(staging)) {
                    throw e;
                }
                // published by the attempt before
            }
        }
        flush(folder);
    }

    /** The channel stays open, for its content to be forced. */
    private static FileChannel write(Path file, byte[] bytes) throws IOException {
        FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            return out;
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    /** Flushes the folder itself, so that names survive a power cut; systems that cannot open a folder do it by themselves. */
    private static void flush(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static String checked(String name) {
        if (name.isEmpty() || name.startsWith(".") || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("not a file name for a folder: '" + name + "'");
        }
        return name;
    }
}
