// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import static io.acornhub.partner.internal.Form.ADDRESS;
import static io.acornhub.partner.internal.Form.BOOLEAN;
import static io.acornhub.partner.internal.Form.CHARSET;
import static io.acornhub.partner.internal.Form.FOLDER;
import static io.acornhub.partner.internal.Form.SECRET;
import static io.acornhub.partner.internal.Form.TEXT;
import static io.acornhub.partner.internal.Form.TIME;
import static io.acornhub.partner.internal.Form.ZONE;
import static io.acornhub.partner.internal.Form.anyCase;
import static io.acornhub.partner.internal.Form.number;
import static io.acornhub.partner.internal.Form.word;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an ERP system of each adapter takes, one line a setting. An adapter that is not here is somebody's own. */
final class AdapterTypes {
    private static final Map<String, SettingsTable> TYPES = new LinkedHashMap<>();

    static {
        idoc("idoc")
            .may("outbox", FOLDER)
            .may("lineEnd", anyCase("LF", "CRLF"))
            .may("width", anyCase("full", "trimmed"));
        idoc("idoc-http")
            .needs("url", ADDRESS)
            .may("client", TEXT)
            .may("user", TEXT)
            .may("password", SECRET)
            .may("mode", word("soap", "plain"))
            .may("trust", Form.KEY_FILE)
            .may("timeout", TIME);
        adapter("file")
            .may("inbox", FOLDER)
            .may("outbox", FOLDER)
            .may("delimiter", Form.form("one character such as \";\", or the word tab", v -> v.length() == 1 || v.matches("tab|\\\\t")))
            .may("charset", CHARSET);
        adapter("http")
            .may("inbox", FOLDER)
            .needs("url", ADDRESS)
            .may("outAuth", word("basic", "bearer", "hmac"))
            .may("outUser", TEXT)
            .may("outSecret", SECRET)
            .may("outSecretNext", SECRET)
            .may("conflict", word("delivered", "refused"))
            .may("retryUnknown", BOOLEAN)
            .may("trust", Form.KEY_FILE)
            .may("contentType", Form.MEDIA_TYPE)
            .may("timeout", TIME);
        adapter("database")
            .may("url", Form.form("a JDBC address such as jdbc:postgresql://erp.example/iface", v -> v.startsWith("jdbc:")))
            .may("user", TEXT)
            .may("password", TEXT)
            .may("connections", number(1, 1000))
            .may("leaseMinutes", number(1, 10_000))
            .may("claims", number(1, 10_000))
            .may("zone", ZONE)
            .may("createTables", BOOLEAN)
            .may("sourceSystem", TEXT);
    }

    private AdapterTypes() {
    }

    /** What every adapter that speaks IDocs takes. */
    private static SettingsTable idoc(String name) {
        return adapter(name)
            .may("inbox", FOLDER)
            .may("format", anyCase("flat", "xml"))
            .may("charset", CHARSET)
            .may("unknownSegments", anyCase("fail", "keep"))
            .may("unknownFields", anyCase("fail", "keep"));
    }

    private static SettingsTable adapter(String name) {
        SettingsTable table = SettingsTable.of("an ERP system with adapter " + name);
        TYPES.put(name, table);
        return table;
    }

    static Optional<SettingsTable> of(String adapter) {
        return Optional.ofNullable(TYPES.get(adapter));
    }
}
