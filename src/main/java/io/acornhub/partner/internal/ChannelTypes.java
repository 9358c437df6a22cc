// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import static io.acornhub.partner.internal.Form.ADDRESS;
import static io.acornhub.partner.internal.Form.AFTER;
import static io.acornhub.partner.internal.Form.AS2_ID;
import static io.acornhub.partner.internal.Form.BOOLEAN;
import static io.acornhub.partner.internal.Form.DAY;
import static io.acornhub.partner.internal.Form.FOLDER;
import static io.acornhub.partner.internal.Form.HOST;
import static io.acornhub.partner.internal.Form.HOSTS;
import static io.acornhub.partner.internal.Form.HOST_KEY;
import static io.acornhub.partner.internal.Form.KEY_FILE;
import static io.acornhub.partner.internal.Form.MEDIA_TYPE;
import static io.acornhub.partner.internal.Form.PORT;
import static io.acornhub.partner.internal.Form.REGEX;
import static io.acornhub.partner.internal.Form.SECRET;
import static io.acornhub.partner.internal.Form.TEXT;
import static io.acornhub.partner.internal.Form.TIME;
import static io.acornhub.partner.internal.Form.TIME_OR_NONE;
import static io.acornhub.partner.internal.Form.number;
import static io.acornhub.partner.internal.Form.word;
import static io.acornhub.partner.internal.Form.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a channel of each type takes, one line a setting; {@code config/channels} says what each means. A type that is not here is
 * somebody's own pair of templates, whose parameters Camel checks.
 */
final class ChannelTypes {
    private static final long MANY = Long.MAX_VALUE;
    private static final Map<String, SettingsTable> TYPES = new LinkedHashMap<>();

    static {
        type("folder")
            .may("inbox", FOLDER)
            .may("outbox", FOLDER)
            .oneOf("inbox", "outbox");
        type("as2")
            .needs("ownId", AS2_ID)
            .needs("partnerId", AS2_ID)
            .may("url", ADDRESS)
            .may("sign", word("none", "SHA-1", "SHA-256", "SHA-384", "SHA-512"))
            .may("encrypt", word("none", "3DES", "AES128-CBC", "AES192-CBC", "AES256-CBC", "AES128-GCM", "AES192-GCM", "AES256-GCM"))
            .may("compress", word("none", "before-signing", "after-signing"))
            .may("mdn", word("none", "sync", "async"))
            .may("mdnSigned", BOOLEAN)
            .may("ownUrl", ADDRESS)
            .may("mdnWithin", TIME)
            .may("resends", number(0, 100))
            .may("require", words("signed", "encrypted"))
            .may("mdnHosts", HOSTS)
            .may("contentType", MEDIA_TYPE)
            .may("subject", TEXT)
            .may("largest", number(1, MANY))
            .may("timeout", TIME)
            .may("user", TEXT)
            .may("password", SECRET)
            .with("mdn", "async", "ownUrl")
            .with("user", null, "password");
        type("sftp")
            .needs("host", HOST)
            .needs("user", TEXT)
            .needs("hostKey", HOST_KEY)
            .may("port", PORT)
            .may("key", KEY_FILE)
            .may("keyPassphrase", SECRET)
            .may("password", SECRET)
            .may("download", FOLDER)
            .may("upload", FOLDER)
            .may("afterDownload", AFTER)
            .may("rename", word("temp", "none"))
            .may("settle", TIME_OR_NONE)
            .may("include", REGEX)
            .may("timeout", TIME)
            .may("poll", TIME)
            .oneOf("download", "upload")
            .oneOf("key", "password");
        type("ftp")
            .needs("host", HOST)
            .needs("user", TEXT)
            .needs("password", SECRET)
            .may("port", PORT)
            .may("secure", word("none", "explicit", "implicit"))
            .may("passive", BOOLEAN)
            .may("download", FOLDER)
            .may("upload", FOLDER)
            .may("afterDownload", AFTER)
            .may("rename", word("temp", "none"))
            .may("settle", TIME_OR_NONE)
            .may("include", REGEX)
            .may("timeout", TIME)
            .may("poll", TIME)
            .oneOf("download", "upload");
        type("sftp-server")
            .needs("user", TEXT)
            .may("keys", KEY_FILE)
            .may("password", SECRET)
            .may("inbox", FOLDER)
            .may("outbox", FOLDER)
            .oneOf("keys", "password")
            .oneOf("inbox", "outbox");
        type("s3")
            .needs("bucket", TEXT)
            .may("region", TEXT)
            .may("endpoint", ADDRESS)
            .may("pathStyle", BOOLEAN)
            .may("accessKey", SECRET)
            .may("secretKey", SECRET)
            .may("download", FOLDER)
            .may("upload", FOLDER)
            .may("afterDownload", AFTER)
            .may("include", REGEX)
            .may("every", TIME)
            .oneOf("download", "upload")
            .oneOf("region", "endpoint")
            .with("accessKey", null, "secretKey");
        type("http")
            .may("auth", word("basic", "bearer", "hmac"))
            .may("user", TEXT)
            .may("secret", SECRET)
            .may("secretNext", SECRET)
            .may("key", word("needed", "optional"))
            .may("accept", TEXT)
            .may("largest", number(1, MANY))
            .may("tolerance", TIME)
            .may("answer", word("200", "202"))
            .may("url", ADDRESS)
            .may("outAuth", word("basic", "bearer", "hmac"))
            .may("outUser", TEXT)
            .may("outSecret", SECRET)
            .may("outSecretNext", SECRET)
            .may("conflict", word("delivered", "refused"))
            .may("contentType", MEDIA_TYPE)
            .may("timeout", TIME)
            .may("retryUnknown", BOOLEAN)
            .oneOf("auth", "url")
            .with("auth", null, "secret")
            .with("auth", "basic", "user")
            .with("outAuth", null, "outSecret")
            .with("outAuth", "basic", "outUser");
        type("spapi")
            .needs("region", word("NA", "EU", "FE"))
            .needs("marketplace", Form.form("Amazon's marketplace id such as ATVPDKIKX0DER", v -> v.matches("[A-Z0-9]{10,20}")))
            .needs("clientId", SECRET)
            .needs("clientSecret", SECRET)
            .needs("refreshToken", SECRET)
            .may("secretIssued", DAY)
            .may("endpoint", ADDRESS)
            .may("tokenEndpoint", ADDRESS)
            .may("vendorCodes", TEXT)
            .may("timeout", TIME)
            .may("finances", BOOLEAN);
    }

    private ChannelTypes() {
    }

    private static SettingsTable type(String name) {
        SettingsTable table = SettingsTable.of("a channel of type " + name);
        TYPES.put(name, table);
        return table;
    }

    static Optional<SettingsTable> of(String type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    static List<String> names() {
        return List.copyOf(TYPES.keySet());
    }
}
