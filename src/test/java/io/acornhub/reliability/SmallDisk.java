// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A real file system of few megabytes, mounted in a mount namespace of its own, in which processes can be started; who is outside sees
 * it through one that is inside. Linux only, and only where a user may have such a namespace.
 */
final class SmallDisk implements AutoCloseable {
    private static final String FILLER = "filler";
    private final Path folder;
    private final Process inside;
    private final boolean ownUsers;

    private SmallDisk(Path folder, Process inside, boolean ownUsers) {
        this.folder = folder;
        this.inside = inside;
        this.ownUsers = ownUsers;
    }

    /** @return null where this machine lets nobody have one */
    static SmallDisk on(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        for (boolean ownUsers : new boolean[] {false, true}) {
            List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
            if (ownUsers) {
                command.addAll(List.of("--user", "--map-root-user"));
            }
            command.addAll(List.of("sh", "-c", "mount -t tmpfs -o size=" + megabytes + "m tmpfs \"$0\" && echo mounted && exec cat",
                folder.toString()));
            Process inside;
            try {
                inside = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            } catch (IOException notThere) {
                return null;
            }
            BufferedReader told = new BufferedReader(new InputStreamReader(inside.getInputStream(), StandardCharsets.US_ASCII));
            if ("mounted".equals(told.readLine())) {
                return new SmallDisk(folder, inside, ownUsers);
            }
            inside.destroyForcibly();
        }
        return null;
    }

    /** Becomes the command that follows, where the disk is. */
    List<String> launcher() {
        List<String> command = new ArrayList<>(List.of("nsenter", "--target", Long.toString(inside.pid()), "--mount"));
        if (ownUsers) {
            command.addAll(List.of("--user", "--preserve-credentials"));
        }
        return command;
    }

    /** The folder, for who is outside. */
    Path folder() {
        return Path.of("/proc", Long.toString(inside.pid()), "root").resolve(Path.of("/").relativize(folder.toAbsolutePath()));
    }

    /** Until not a byte more can be written. */
    void fill() throws IOException {
        byte[] much = new byte[64 * 1024];
        for (int size = much.length; size > 0; size /= 2) {
            try (OutputStream out = Files.newOutputStream(folder().resolve(FILLER), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(much, 0, size);
                }
            } catch (IOException full) {
                if (!String.valueOf(full.getMessage()).contains("No space left")) {
                    throw full;
                }
            }
        }
    }

    void empty() throws IOException {
        Files.delete(folder().resolve(FILLER));
    }

    /** It is gone, with all that is on it. */
    @Override
    public void close() {
        inside.destroyForcibly();
    }
}
