// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.sftp;

import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may log in. Keys and passwords are read at each login, so that they can be replaced while the hub runs. After some wrong
 * passwords a user's are refused for a time that grows, right or not; keys are not concerned.
 */
final class SftpUsers implements PublickeyAuthenticator, PasswordAuthenticator {
    private static final Logger LOG = LoggerFactory.getLogger(SftpUsers.class);
    private static final int REMEMBERED = 10_000;
    private static final int FREE_TRIES = 5;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 6;
    private final Map<String, SftpUser> users;
    private final Secrets secrets;
    private final Clock clock;
    private final Map<String, Failed> failed = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failed> eldest) {
            return size() > REMEMBERED;
        }
    };

    SftpUsers(Map<String, SftpUser> users, Secrets secrets, Clock clock) {
        this.users = users;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Failed(int times, Instant until) {
    }

    /** Of a session that is logged in. */
    SftpUser of(ServerSession session) {
        return users.get(session.getUsername());
    }

    void uploaded(ServerSession session, String name) {
        LOG.info("receive   {} uploaded {} by SFTP", of(session).connection(), name);
    }

    @Override
    public boolean authenticate(String name, PublicKey key, ServerSession session) {
        SftpUser user = users.get(name);
        if (user == null || user.keys() == null) {
            return false;
        }
        try {
            for (String line : secrets.read(user.keys().contains(":") ? user.keys() : "file:" + user.keys()).split("\\R")) {
                AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
                if (entry != null && KeyUtils.compareKeys(key, entry.resolvePublicKey(session, PublicKeyEntryResolver.IGNORING))) {
                    return true;
                }
            }
        } catch (Secrets.MissingSecret | IllegalArgumentException | IOException | GeneralSecurityException e) {
            LOG.error("config    keys of user {} ({}): {}", user.name(), user.connection(), e.getMessage());
        }
        return false;
    }

    @Override
    public boolean authenticate(String name, String password, ServerSession session) {
        SftpUser user = users.get(name);
        if (user == null || user.password() == null || isBarred(name)) {
            return false;
        }
        boolean right;
        try {
            right = MessageDigest.isEqual(hash(secrets.read(user.password())), hash(password));
        } catch (Secrets.MissingSecret e) {
            LOG.error("config    password of user {} ({}): {}", user.name(), user.connection(), e.getMessage());
            return false;
        }
        note(name, right);
        if (!right) {
            LOG.warn("receive   wrong password of user {} of the SFTP server from {}", name, session.getClientAddress());
        }
        return right;
    }

    private synchronized boolean isBarred(String name) {
        Failed before = failed.get(name);
        return before != null && before.times() >= FREE_TRIES && clock.instant().isBefore(before.until());
    }

    private synchronized void note(String name, boolean right) {
        if (right) {
            failed.remove(name);
            return;
        }
        int times = failed.containsKey(name) ? failed.get(name).times() + 1 : 1;
        long doubled = 1L << Math.min(MOST_DOUBLINGS, Math.max(0, times - FREE_TRIES));
        failed.put(name, new Failed(times, clock.instant().plus(FIRST.multipliedBy(doubled))));
    }

    /** Equal lengths, so that comparing tells nothing. */
    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
