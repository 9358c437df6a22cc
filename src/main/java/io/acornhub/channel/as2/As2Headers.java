// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Headers of an HTTP message or of a MIME part, in their order; names are compared without regard to case. Does not change. */
public final class As2Headers {
    private final List<Header> headers;

    /** One header as it stands, unfolded. */
    public record Header(String name, String value) {
    }

    private As2Headers(List<Header> headers) {
        this.headers = List.copyOf(headers);
    }

    /** No headers. */
    public static As2Headers none() {
        return new As2Headers(List.of());
    }

    /** From a map of names to one value each; entries without a value are left out. */
    public static As2Headers of(Map<String, ?> values) {
        List<Header> headers = new ArrayList<>();
        values.forEach((name, value) -> {
            if (name != null && value instanceof Iterable<?> several) {
                several.forEach(one -> headers.add(header(name, String.valueOf(one))));
            } else if (name != null && value != null) {
                headers.add(header(name, String.valueOf(value)));
            }
        });
        return new As2Headers(headers);
    }

    /** From lines {@code Name: value} as they are archived; folded lines are joined, what is no header is left out. */
    public static As2Headers parse(String lines) {
        List<Header> headers = new ArrayList<>();
        for (String line : lines.split("\r\n|\n|\r", -1)) {
            boolean folded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            int colon = line.indexOf(':');
            if (folded && !headers.isEmpty()) {
                Header last = headers.remove(headers.size() - 1);
                headers.add(new Header(last.name, (last.value + ' ' + line.strip()).strip()));
            } else if (colon > 0) {
                headers.add(header(line.substring(0, colon).strip(), line.substring(colon + 1)));
            }
        }
        return new As2Headers(headers);
    }

    /** As {@link #parse(String)}, from the bytes of an archived file. */
    public static As2Headers parse(InputStream lines) throws IOException {
        return parse(new String(lines.readAllBytes(), StandardCharsets.ISO_8859_1));
    }

    /** These with one header more, or with another value for it. */
    public As2Headers with(String name, String value) {
        List<Header> changed = new ArrayList<>(without(name).headers);
        changed.add(header(name, value));
        return new As2Headers(changed);
    }

    /** These without a header. */
    public As2Headers without(String name) {
        return new As2Headers(headers.stream().filter(h -> !h.name.equalsIgnoreCase(name)).toList());
    }

    /** The first value of a header, unfolded and stripped; null when there is none. */
    public String first(String name) {
        return headers.stream().filter(h -> h.name.equalsIgnoreCase(name)).map(Header::value).findFirst().orElse(null);
    }

    /** As {@link #first(String)}. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(first(name));
    }

    /** All in their order. */
    public List<Header> all() {
        return headers;
    }

    /** {@code AS2-From} without quotes, or null: who sent the message. */
    public String from() {
        return As2Names.plain(first("AS2-From"));
    }

    /** {@code AS2-To} without quotes, or null: whom it is for. */
    public String to() {
        return As2Names.plain(first("AS2-To"));
    }

    /** {@code Message-ID} as it stands, with its angle brackets where it has them, or null. */
    public String messageId() {
        String id = first("Message-ID");
        return id == null || id.isBlank() ? null : id;
    }

    /** The type and subtype of {@code Content-Type} in lower case without parameters; empty when there is none. */
    public String contentType() {
        String type = first("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Lines {@code Name: value} with CRLF each, without the empty line. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        headers.forEach(h -> lines.append(h.name).append(": ").append(h.value).append("\r\n"));
        return lines.toString();
    }

    @Override
    public String toString() {
        return lines();
    }

    /** A line end in a value would begin another header; it becomes a space. */
    private static Header header(String name, String value) {
        return new Header(name, value.replaceAll("[\r\n\0]+[ \t]*", " ").strip());
    }
}
