// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Principal;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.sshd.common.file.root.RootedPath;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.AbstractSftpEventListenerAdapter;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * What a user may do below his root: upload into /inbox, list, fetch, rename and delete in /outbox, and nothing besides. There are
 * no deeper folders and no links, hidden names are not there, and what is uploaded appears only once it is whole.
 */
final class SftpJail extends AbstractSftpEventListenerAdapter implements SftpFileSystemAccessor {
    static final String UNFINISHED = ".sftp-";
    private static final int LONGEST = 200;
    private static final String INBOX = "inbox";
    private static final String OUTBOX = "outbox";
    private static final SecureRandom RANDOM = new SecureRandom();
    private final SftpUsers users;
    private final long largest;
    private final long quota;
    /** Handles that their client is closing; others end because the session does. */
    private final Set<Handle> closing = ConcurrentHashMap.newKeySet();

    SftpJail(SftpUsers users, long largest, long quota) {
        this.users = users;
        this.largest = largest;
        this.quota = quota;
    }

    /** Refuses what is no place of the jail before anything touches it. */
    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path rootDir, String remotePath) throws IOException {
        Path path = rootDir.resolve(remotePath.startsWith("/") ? remotePath : "/" + remotePath).normalize();
        int depth = path.getNameCount();
        String folder = depth == 0 ? "" : path.getName(0).toString();
        SftpUser user = users.of(subsystem.getServerSession());
        boolean known = depth == 0 || folder.equals(INBOX) && user.inbox() != null || folder.equals(OUTBOX) && user.outbox() != null;
        if (!known || depth > 2) {
            throw new NoSuchFileException("");
        }
        if (depth == 2) {
            String name = path.getName(1).toString();
            if (name.startsWith(".") || name.length() > LONGEST || name.indexOf('\\') >= 0 || name.chars().anyMatch(Character::isISOControl)
                || Files.isSymbolicLink(real(path))) {
                throw new NoSuchFileException("");
            }
        }
        return path;
    }

    private static Path real(Path path) {
        RootedPath rooted = (RootedPath) path;
        Path root = rooted.getFileSystem().getRoot();
        Path real = root;
        for (Path part : rooted) {
            real = real.resolve(part.toString());
        }
        return real;
    }

    private static boolean isIn(Path path, String folder) {
        return path.getNameCount() == 2 && path.getName(0).toString().equals(folder);
    }

    @Override
    public LinkOption[] resolveFileAccessLinkOptions(SftpSubsystemProxy subsystem, Path file, int cmd, String extension,
                                                     boolean followLinks) {
        return new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    }

    @Override
    public SeekableByteChannel openFile(SftpSubsystemProxy subsystem, FileHandle fileHandle, Path file, String handle,
                                        Set<? extends OpenOption> options, FileAttribute<?>... attrs) throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        if (isIn(file, OUTBOX) && !writes) {
            return Files.newByteChannel(real(file), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        }
        if (!isIn(file, INBOX) || !writes || fileHandle == null) {
            throw denied();
        }
        Path target = real(file);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException("");
        }
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        long left = quota == 0 ? largest : Math.min(largest, quota - waiting(target.getParent()));
        return new UploadChannel(target.resolveSibling(UNFINISHED + HexFormat.of().formatHex(random) + ".part"), target, left);
    }

    private static long waiting(Path inbox) throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> {
                try {
                    return Files.size(file);
                } catch (NoSuchFileException e) {
                    return 0;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).sum();
        }
    }

    @Override
    public void closing(ServerSession session, String remoteHandle, Handle localHandle) {
        closing.add(localHandle);
    }

    @Override
    public void closed(ServerSession session, String remoteHandle, Handle localHandle, Throwable thrown) {
        closing.remove(localHandle);
    }

    @Override
    public void closeFile(SftpSubsystemProxy subsystem, FileHandle fileHandle, Path file, String handle, Channel channel,
                          Set<? extends OpenOption> options) throws IOException {
        if (channel instanceof UploadChannel upload && upload.isOpen()) {
            if (fileHandle != null && closing.contains(fileHandle)) {
                upload.publish();
                users.uploaded(subsystem.getServerSession(), file.getFileName().toString());
            } else {
                upload.discard();
            }
        } else if (channel != null) {
            channel.close();
        }
    }

    /** An inbox shows nothing; the root shows the two folders. */
    @Override
    public DirectoryStream<Path> openDirectory(SftpSubsystemProxy subsystem, DirectoryHandle dirHandle, Path dir, String handle,
                                               LinkOption... linkOptions) throws IOException {
        if (dir.getNameCount() > 1) {
            throw denied();
        }
        boolean root = dir.getNameCount() == 0;
        SftpUser user = users.of(subsystem.getServerSession());
        return Files.newDirectoryStream(dir, entry -> {
            String name = entry.getFileName().toString();
            if (root) {
                return name.equals(INBOX) && user.inbox() != null || name.equals(OUTBOX) && user.outbox() != null;
            }
            return dir.endsWith(OUTBOX) && !name.startsWith(".") && Files.isRegularFile(real(dir).resolve(name), LinkOption.NOFOLLOW_LINKS);
        });
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path oldPath, Path newPath, Collection<CopyOption> opts) throws IOException {
        boolean within = isIn(oldPath, INBOX) && isIn(newPath, INBOX) || isIn(oldPath, OUTBOX) && isIn(newPath, OUTBOX);
        if (!within) {
            throw denied();
        }
        if (Files.exists(real(newPath), LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException("");
        }
        Files.move(real(oldPath), real(newPath));
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory) throws IOException {
        if (isDirectory || !isIn(path, OUTBOX)) {
            throw denied();
        }
        Files.delete(real(path));
    }

    /** Clients set times and rights of what they upload; the hub keeps its own. */
    @Override
    public void setFileAttribute(SftpSubsystemProxy subsystem, Path file, String view, String attribute, Object value,
                                 LinkOption... options) throws IOException {
        ignoredInInbox(file);
    }

    @Override
    public void setFilePermissions(SftpSubsystemProxy subsystem, Path file, Set<PosixFilePermission> perms, LinkOption... options)
        throws IOException {
        ignoredInInbox(file);
    }

    private static void ignoredInInbox(Path file) throws IOException {
        if (!isIn(file, INBOX)) {
            throw denied();
        }
    }

    @Override
    public void setFileOwner(SftpSubsystemProxy subsystem, Path file, Principal value, LinkOption... options) throws IOException {
        throw denied();
    }

    @Override
    public void setGroupOwner(SftpSubsystemProxy subsystem, Path file, Principal value, LinkOption... options) throws IOException {
        throw denied();
    }

    @Override
    public void setFileAccessControl(SftpSubsystemProxy subsystem, Path file, List<AclEntry> acl, LinkOption... options)
        throws IOException {
        throw denied();
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path path) throws IOException {
        throw denied();
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symLink) throws IOException {
        throw denied();
    }

    @Override
    public String resolveLinkTarget(SftpSubsystemProxy subsystem, Path link) throws IOException {
        throw denied();
    }

    @Override
    public void copyFile(SftpSubsystemProxy subsystem, Path src, Path dst, Collection<CopyOption> opts) throws IOException {
        throw denied();
    }

    @Override
    public FileLock tryLock(SftpSubsystemProxy subsystem, FileHandle fileHandle, Path file, String handle, Channel channel, long position,
                            long size, boolean shared) throws IOException {
        throw denied();
    }

    private static AccessDeniedException denied() {
        return new AccessDeniedException("");
    }
}
