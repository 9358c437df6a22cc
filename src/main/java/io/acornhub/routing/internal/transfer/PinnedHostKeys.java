// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The host keys that a channel names; no other is ever trusted, also not the first time. */
final class PinnedHostKeys implements HostKeyRepository {
    private static final Pattern KEY = Pattern.compile("(?:^|\\s)([a-z0-9@.-]*(?:ssh-|ecdsa-)[a-z0-9@.-]+)\\s+"
        + "([A-Za-z0-9+/]+={0,2})(?:\\s|$)");
    private final RemoteSettings settings;
    private final List<byte[]> keys = new ArrayList<>();

    /**
     * @param lines as of known_hosts or a public key file, one key a line, with or without host names
     * @throws IllegalArgumentException where no line is a public key
     */
    PinnedHostKeys(RemoteSettings settings, String lines) {
        this.settings = settings;
        for (String line : lines.split("\\R")) {
            Matcher key = KEY.matcher(line);
            if (!line.strip().startsWith("#") && !line.strip().startsWith("@") && key.find()) {
                keys.add(Base64.getDecoder().decode(key.group(2)));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("setting 'hostKey' of " + settings.connection() + " holds no public key; write it as"
                + " 'ssh-ed25519 AAAA...', as ssh-keyscan prints it, after you have compared its fingerprint with the server's operator");
        }
    }

    /** As {@code ssh-keygen -l} writes it. */
    static String fingerprint(byte[] key) {
        try {
            return type(key) + " SHA256:" + Base64.getEncoder().withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(byte[] key) {
        int length = key.length < 4 ? 0 : (key[2] & 0xff) << 8 | key[3] & 0xff;
        return length == 0 || length > key.length - 4 ? "key" : new String(key, 4, length, StandardCharsets.US_ASCII);
    }

    @Override
    public int check(String host, byte[] key) {
        if (keys.stream().anyMatch(known -> MessageDigest.isEqual(known, key))) {
            return OK;
        }
        throw new ChannelFault(Fault.onPath(FaultCode.TARGET_REFUSED, settings.connection() + " hostKey", fingerprint(key), "The server "
            + settings.host() + ":" + settings.port() + " showed host key " + fingerprint(key) + "; expected is "
            + keys.stream().map(PinnedHostKeys::fingerprint).collect(Collectors.joining(" or ")) + " (setting hostKey of "
            + settings.connection() + "). Nothing was sent. Either this is not the server, or its operator has changed the key: ask"
            + " there before you change the setting."));
    }

    @Override
    public HostKey[] getHostKey() {
        return getHostKey(settings.host(), null);
    }

    /** The kinds of key to ask the server for. */
    @Override
    public HostKey[] getHostKey(String host, String type) {
        return keys.stream().map(key -> known(host, key)).filter(key -> type == null || type.equals(key.getType()))
            .toArray(HostKey[]::new);
    }

    private static HostKey known(String host, byte[] key) {
        try {
            return new HostKey(host, key);
        } catch (JSchException e) {
            throw new IllegalArgumentException(Arrays.toString(key), e);
        }
    }

    @Override
    public void add(HostKey key, UserInfo user) {
        throw new UnsupportedOperationException("host keys are pinned");
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException("host keys are pinned");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        throw new UnsupportedOperationException("host keys are pinned");
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return settings.connection();
    }
}
