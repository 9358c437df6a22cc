// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels.internal;

import io.acornhub.canonical.Measure;
import io.acornhub.canonical.Party;
import io.acornhub.labels.Label;
import io.acornhub.labels.PackingList.Amount;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts for paper. */
public final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
        .withZone(ZoneOffset.UTC);

    private Words() {
    }

    /** Name, street and place of a party, a line each; nothing for what is absent. */
    public static List<String> address(Party party) {
        if (party == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        Stream.of(party.name()).filter(Words::there).forEach(lines::add);
        if (party.street() != null) {
            party.street().stream().filter(Words::there).forEach(lines::add);
        }
        String region = Stream.of(party.region(), party.postalCode()).filter(Words::there).collect(Collectors.joining(" "));
        String place = Stream.of(party.city(), region).filter(Words::there).collect(Collectors.joining(", "));
        Stream.of(place, party.country()).filter(Words::there).forEach(lines::add);
        return lines;
    }

    /** What the place is called among the trade: PHX6, or SAN 1695827. Empty without an id. */
    public static String place(Party party) {
        if (party == null || !there(party.id())) {
            return "";
        }
        boolean speaks = party.idType() == null || List.of("FC", "ASSIGNED").contains(party.idType());
        return speaks ? party.id() : party.idType() + " " + party.id();
    }

    public static String quantities(List<Amount> amounts) {
        return amounts.stream().map(a -> a.quantity().toPlainString() + " " + a.unit()).collect(Collectors.joining(", "));
    }

    public static String measure(Measure measure) {
        return measure == null || measure.amount() == null ? "" : measure.amount().toPlainString() + (measure.unit() == null ? ""
            : " " + measure.unit());
    }

    public static String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    public static String carrier(String code, String name) {
        return Stream.of(code, name).filter(Words::there).distinct().collect(Collectors.joining(" "));
    }

    /** CARTON 3 of 12. */
    public static String count(Label label) {
        return (label.kind() == null ? "PACKAGE" : label.kind()) + " " + label.number() + " of " + label.of();
    }

    /** The order numbers, or how many where they are too many for a label. */
    public static String orders(List<String> orders) {
        return orders.size() > 2 ? "MULTIPLE (" + orders.size() + ")" : String.join(", ", orders);
    }

    /** The text in the characters of the built-in fonts: letters lose marks these lack, what is left over becomes a question mark. */
    public static String latin(String text) {
        CharsetEncoder encoder = Charset.forName("windows-1252").newEncoder();
        if (text == null || encoder.canEncode(text)) {
            return text == null ? "" : text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            String one = Character.toString(c);
            String bare = encoder.canEncode(one) ? one : Normalizer.normalize(one, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
            plain.append(!bare.isEmpty() && encoder.canEncode(bare) ? bare : "?");
        });
        return plain.toString();
    }

    static boolean there(String text) {
        return text != null && !text.isBlank();
    }
}
