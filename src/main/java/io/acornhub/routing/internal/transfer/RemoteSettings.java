// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The settings of a channel of type {@code sftp} or {@code ftp}, checked.
 *
 * @param connection name of the connection, the partner's or system's and the channel's
 * @param hostKey lines as of known_hosts, or a reference to a file of them; null for FTP
 * @param key reference to the private key; null for none, as {@code keyPassphrase} and {@code password}
 * @param moveTo folder that a fetched file is moved to; null where it is deleted
 * @param temporary whether an upload has a temporary name first
 * @param settle how long size and time of a file must have stayed the same
 * @param include names that are fetched; null for all
 * @param poll time between two looks
 * @param secure of FTP: none, explicit or implicit
 */
record RemoteSettings(String connection, String host, int port, String user, String hostKey, String key, String keyPassphrase,
                      String password, String download, String upload, String moveTo, boolean temporary, Duration settle,
                      Pattern include, Duration timeout, Duration poll, String secure, boolean passive,
                      List<ChannelCertificate> certificates) {
    private static final Pattern UNSAFE = Pattern.compile("[*?\\[\\]\\\\\\p{Cntrl}]");

    /** @throws IllegalArgumentException naming the setting to correct */
    static RemoteSettings of(String connection, Channel channel) {
        Reader of = new Reader(channel.settings());
        boolean sftp = "sftp".equals(channel.type());
        String secure = of.oneOf("secure", "explicit", "none", "explicit", "implicit");
        String hostKey = sftp ? of.needed("hostKey", "the server's public key, as a line of known_hosts or file:PATH; ask the operator of"
            + " the server for its fingerprint, since the hub trusts no key that it only sees offered") : null;
        if (sftp && of.get("key") == null && of.get("password") == null) {
            throw new IllegalArgumentException("setting 'key' or 'password' is needed to log in");
        }
        return new RemoteSettings(connection, of.needed("host", "name or address of the server"),
            of.number("port", sftp ? 22 : "implicit".equals(secure) ? 990 : 21), of.needed("user", "the account at the server"),
            hostKey, of.reference("key"), of.reference("keyPassphrase"), of.reference("password"), of.folder("download"),
            of.folder("upload"), moveTo(channel), of.oneOf("rename", "temp", "temp", "none").equals("temp"), of.time("settle", "PT0S"),
            of.pattern("include"), of.time("timeout", "PT60S"), of.time("poll", "PT30S"), secure,
            !of.oneOf("passive", "true", "true", "false").equals("false"), channel.certificates());
    }

    /** For messages: never a secret. */
    String server() {
        return user + "@" + host + ":" + port;
    }

    /** The path of a name in a folder; an empty folder is where the account begins. */
    static String path(String folder, String name) {
        return folder == null || folder.isEmpty() || folder.equals(".") ? name : folder.endsWith("/") ? folder + name
            : folder + "/" + name;
    }

    private static String moveTo(Channel channel) {
        return plain("afterDownload", channel.movesTo());
    }

    private static String plain(String name, String folder) {
        if (folder != null && UNSAFE.matcher(folder).find()) {
            throw new IllegalArgumentException("setting '" + name + "' is no plain folder: " + folder);
        }
        return folder;
    }

    private record Reader(Map<String, String> settings) {

        String get(String name) {
            String value = settings.get(name);
            return value == null || value.isBlank() ? null : value.strip();
        }

        String needed(String name, String what) {
            String value = get(name);
            if (value == null) {
                throw new IllegalArgumentException("setting '" + name + "' is missing: " + what);
            }
            return value;
        }

        /** A secret never stands in the file itself. */
        String reference(String name) {
            String value = get(name);
            if (value != null && !value.startsWith("env:") && !value.startsWith("file:")) {
                throw new IllegalArgumentException("setting '" + name + "' must be env:NAME or file:PATH, where the secret is kept");
            }
            return value;
        }

        int number(String name, int otherwise) {
            String value = get(name);
            try {
                return value == null ? otherwise : Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("setting '" + name + "' is no number: " + value, e);
            }
        }

        Duration time(String name, String otherwise) {
            String value = get(name);
            try {
                Duration time = Duration.parse(value == null ? otherwise : value);
                if (time.isNegative()) {
                    throw new DateTimeException("negative");
                }
                return time;
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("setting '" + name + "' is no duration such as " + otherwise + ": " + value, e);
            }
        }

        Pattern pattern(String name) {
            String value = get(name);
            try {
                return value == null ? null : Pattern.compile(value);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("setting '" + name + "' is no regular expression: " + value, e);
            }
        }

        String oneOf(String name, String otherwise, String... allowed) {
            String value = get(name) == null ? otherwise : get(name);
            if (!List.of(allowed).contains(value)) {
                throw new IllegalArgumentException("setting '" + name + "' is '" + value + "'; it may be "
                    + String.join(", ", allowed));
            }
            return value;
        }

        String folder(String name) {
            return plain(name, get(name));
        }
    }
}
