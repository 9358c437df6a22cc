// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

import io.acornhub.partner.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** SFTP: the host key as it is pinned, the login, the folders. */
final class SftpProbe implements ConnectionProbe {
    private static final Pattern KEY = Pattern.compile(
        "(?:^|\\s)([a-z0-9@.-]*(?:ssh-|ecdsa-)[a-z0-9@.-]+)\\s+([A-Za-z0-9+/]+={0,2})(?:\\s|$)");

    @Override
    public List<ProbeResult> probe(ProbeTarget target) {
        int port = target.number("port", 22);
        List<ProbeResult> results = new ArrayList<>(new Reach(target.patience()).tcp(target.setting("host"), port));
        if (results.stream().anyMatch(ProbeResult::isFailed)) {
            return results;
        }
        try (SshClient client = SshClient.setUpDefaultClient()) {
            List<PublicKey> pinned = pinned(target.value("hostKey"));
            List<PublicKey> shown = new ArrayList<>();
            client.setServerKeyVerifier((session, address, key) -> {
                shown.add(key);
                return pinned.stream().anyMatch(known -> KeyUtils.compareKeys(known, key));
            });
            client.start();
            connect(target, client, port, shown, results);
        } catch (Secrets.MissingSecret | IllegalArgumentException e) {
            results.add(ProbeResult.failed("settings", e.getMessage(), "put it there"));
        } catch (IOException | GeneralSecurityException e) {
            results.add(ProbeResult.failed("session", String.valueOf(e.getMessage()), "see config/channels/sftp.md for the settings"));
        }
        return results;
    }

    private static void connect(ProbeTarget target, SshClient client, int port, List<PublicKey> shown, List<ProbeResult> results)
            throws IOException, GeneralSecurityException {
        boolean believed = false;
        try (ClientSession session = client.connect(target.setting("user"), target.setting("host"), port).verify(target.patience())
                .getSession()) {
            if (!target.setting("password").isEmpty()) {
                session.addPasswordIdentity(target.value("password"));
            }
            if (!target.setting("key").isEmpty()) {
                keys(target).forEach(session::addPublicKeyIdentity);
            }
            session.auth().verify(target.patience());
            believed = true;
            results.add(ProbeResult.ok("host key", fingerprint(shown) + " is the pinned one"));
            results.add(ProbeResult.ok("login", target.setting("user") + " is let in"));
            try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                folders(target, sftp, results);
            }
        } catch (IOException e) {
            if (believed) {
                throw e;
            }
            boolean otherKey = String.valueOf(e.getMessage()).contains("Server key did not validate");
            if (!otherKey && !shown.isEmpty()) {
                results.add(ProbeResult.ok("host key", fingerprint(shown) + " is the pinned one"));
            }
            results.add(otherKey ? ProbeResult.failed("host key", "the server shows " + fingerprint(shown)
                + ", which is not the pinned one",
                "ask the partner whether the server has a new key before you change hostKey; nothing was sent")
                : ProbeResult.failed("login", target.setting("user") + " is not let in: " + e.getMessage(),
                    "ask the partner whether it has our public key, and for the user's name"));
        }
    }

    private static void folders(ProbeTarget target, SftpClient sftp, List<ProbeResult> results) {
        for (String key : List.of("download", "upload")) {
            String folder = target.setting(key);
            if (folder.isEmpty()) {
                continue;
            }
            try {
                String whole = sftp.canonicalPath(folder);
                if (!sftp.stat(whole).isDirectory()) {
                    throw new IOException("it is no folder");
                }
                int files = 0;
                for (SftpClient.DirEntry entry : sftp.readDir(whole)) {
                    files += entry.getAttributes().isRegularFile() ? 1 : 0;
                }
                if (key.equals("upload") && target.write()) {
                    write(sftp, folder);
                }
                results.add(ProbeResult.ok(key, folder + " can be listed" + (key.equals("upload") && target.write() ? " and written" : "")
                    + ", " + files + " files lie in it"));
            } catch (IOException | UncheckedIOException e) {
                results.add(ProbeResult.failed(key, folder + " cannot be used: " + e.getMessage(),
                    "check the name (it is relative to where the login begins) and ask the partner for the rights"));
            }
        }
    }

    private static void write(SftpClient sftp, String folder) throws IOException {
        String file = folder + "/acorn-hub.probe";
        try (OutputStream out = sftp.write(file)) {
            out.write("probe".getBytes(StandardCharsets.US_ASCII));
        }
        sftp.remove(file);
    }

    private static Iterable<KeyPair> keys(ProbeTarget target) throws IOException, GeneralSecurityException {
        String reference = target.setting("key");
        Path file = target.data().resolve(reference.substring(reference.indexOf(':') + 1));
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : target.value("key").getBytes(StandardCharsets.US_ASCII);
        FilePasswordProvider password = target.setting("keyPassphrase").isEmpty() ? FilePasswordProvider.EMPTY
            : FilePasswordProvider.of(target.value("keyPassphrase"));
        Iterable<KeyPair> keys = SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(reference), new ByteArrayInputStream(bytes),
            password);
        if (keys == null) {
            throw new IllegalArgumentException(reference + " holds no private key");
        }
        return keys;
    }

    private static List<PublicKey> pinned(String lines) throws IOException, GeneralSecurityException {
        List<PublicKey> keys = new ArrayList<>();
        Matcher key = KEY.matcher(lines);
        while (key.find()) {
            keys.add(PublicKeyEntry.parsePublicKeyEntry(key.group(1) + " " + key.group(2)).resolvePublicKey(null, null,
                PublicKeyEntryResolver.IGNORING));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("hostKey holds no public key such as 'ssh-ed25519 AAAA...'");
        }
        return keys;
    }

    private static String fingerprint(List<PublicKey> shown) {
        return shown.isEmpty() ? "no key" : KeyUtils.getKeyType(shown.get(0)) + " " + KeyUtils.getFingerPrint(shown.get(0));
    }
}
