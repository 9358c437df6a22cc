// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.channel.as2.As2Settings.Accept;
import io.acornhub.channel.as2.As2Settings.Compress;
import io.acornhub.channel.as2.As2Settings.Mdn;
import io.acornhub.channel.as2.As2Settings.Protection;
import io.acornhub.partner.Channel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the settings of an AS2 channel and collects what is wrong with them. */
final class As2SettingsReader {
    private static final long LARGEST = 104_857_600;
    private static final String NONE = "none";
    private final Channel channel;
    private final List<String[]> problems = new ArrayList<>();

    As2SettingsReader(Channel channel) {
        this.channel = channel;
    }

    As2Settings read() {
        String ownId = id("ownId");
        String partnerId = id("partnerId");
        URI url = address("url");
        As2Digest sign = one("sign", "SHA-256", "none, SHA-1, SHA-256, SHA-384 or SHA-512",
            v -> NONE.equalsIgnoreCase(v) ? null : As2Digest.of(v).orElseThrow());
        As2Cipher encrypt = one("encrypt", "AES256-CBC", "none, 3DES, AES128-CBC, AES192-CBC, AES256-CBC, AES128-GCM or AES256-GCM",
            v -> NONE.equalsIgnoreCase(v) ? null : As2Cipher.of(v).orElseThrow());
        Compress compress = one("compress", NONE, "none, before-signing or after-signing",
            v -> Compress.valueOf(v.toUpperCase(Locale.ROOT).replace('-', '_')));
        Mdn mdn = one("mdn", "sync", "none, sync or async", v -> Mdn.valueOf(v.toUpperCase(Locale.ROOT)));
        boolean mdnSigned = one("mdnSigned", "true", "true or false", As2SettingsReader::truth);
        URI ownUrl = address("ownUrl");
        if (mdn == Mdn.ASYNC && ownUrl == null) {
            wrong("ownUrl", null, "asynchronous receipts need the address the partner posts them to, the hub's own /exchange/as2");
        }
        Duration within = duration("mdnWithin", "PT1H");
        int resends = one("resends", "3", "a number from 0 to 1000", v -> (int) number(v, 0, 1000));
        Set<Protection> require = one("require", "signed,encrypted", "a list of signed and encrypted, or empty",
            As2SettingsReader::protections);
        Accept accept = one("accept", "", "a list of SHA-1 and 3DES, or empty", v -> accept(sign, encrypt, words(v)));
        Set<String> hosts = hosts(url);
        String type = one("contentType", "application/edi-x12", "a media type such as application/edi-x12", As2SettingsReader::mediaType);
        long largest = one("largest", String.valueOf(LARGEST), "a number of bytes above 0", v -> number(v, 1, Long.MAX_VALUE));
        Duration timeout = duration("timeout", "PT60S");
        if (!problems.isEmpty()) {
            throw As2Settings.fault(channel, problems);
        }
        return new As2Settings(ownId, partnerId, url, sign, encrypt, compress, mdn, mdnSigned, ownUrl, within, resends, require, accept,
            hosts, type, channel.settings().get("subject"), largest, timeout);
    }

    private String id(String name) {
        String value = channel.settings().get(name);
        if (!As2Names.valid(value)) {
            wrong(name, value, "an AS2 channel needs " + name + ": the AS2 identifier, 1 to 128 printable ASCII characters");
        }
        return value;
    }

    private URI address(String name) {
        String value = channel.settings().get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        return one(name, null, "an address http://… or https://…", v -> {
            URI address = URI.create(v.strip());
            boolean http = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (!http || address.getHost() == null) {
                throw new IllegalArgumentException(v);
            }
            return address;
        });
    }

    private Set<String> hosts(URI url) {
        String value = channel.settings().get("mdnHosts");
        if (value == null) {
            return url == null ? Set.of() : Set.of(url.getHost().toLowerCase(Locale.ROOT));
        }
        return words(value.toLowerCase(Locale.ROOT));
    }

    private Duration duration(String name, String otherwise) {
        return one(name, otherwise, "a duration above zero such as " + otherwise, v -> {
            Duration duration = Duration.parse(v);
            if (duration.isZero() || duration.isNegative()) {
                throw new IllegalArgumentException(v);
            }
            return duration;
        });
    }

    private <T> T one(String name, String otherwise, String allowed, Function<String, T> reads) {
        String value = channel.settings().getOrDefault(name, otherwise);
        try {
            return reads.apply(value.strip());
        } catch (RuntimeException e) {
            wrong(name, value, name + " is " + value + "; it may be " + allowed);
            // never used: the fault is thrown when all settings have been looked at
            return reads.apply(otherwise == null ? "http://localhost" : otherwise);
        }
    }

    private void wrong(String name, String value, String words) {
        problems.add(new String[] {name, value, words});
    }

    private static Accept accept(As2Digest sign, As2Cipher encrypt, Set<String> besides) {
        for (String name : besides) {
            if (As2Digest.of(name).isEmpty() && As2Cipher.of(name).isEmpty()) {
                throw new IllegalArgumentException(name);
            }
        }
        return As2Settings.accept(sign, encrypt, besides);
    }

    private static Set<Protection> protections(String list) {
        Set<Protection> protections = EnumSet.noneOf(Protection.class);
        words(list).forEach(word -> protections.add(Protection.valueOf(word.toUpperCase(Locale.ROOT))));
        return protections;
    }

    private static boolean truth(String value) {
        if (!"true".equalsIgnoreCase(value) && !"false".equalsIgnoreCase(value)) {
            throw new IllegalArgumentException(value);
        }
        return Boolean.parseBoolean(value);
    }

    private static long number(String value, long least, long most) {
        long number = Long.parseLong(value);
        if (number < least || number > most) {
            throw new IllegalArgumentException(value);
        }
        return number;
    }

    private static String mediaType(String value) {
        if (!value.matches("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+(\\s*;[ -~]*)?")) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split("[,\\s]+")).filter(w -> !w.isBlank()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
