// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import io.acornhub.canonical.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Addresses by fulfilment centre code, SAN, GLN or another id, from {@code config/code-lists/addresses.csv}. The user fills it from
 * Vendor Central; what is not in it stays as the document says.
 */
public final class AddressBook {
    private final Map<String, Address> addresses = new HashMap<>();

    /**
     * A row of the file; absent parts are null.
     *
     * @param owner partner folder of the row, empty for the common file
     * @param idType what {@code id} is: FC, SAN, GLN, DUNS, ASSIGNED
     * @param san the same place's Standard Address Number
     * @param gln the same place's Global Location Number
     */
    public record Address(String owner, String idType, String id, String name, List<String> street, String city, String region,
                          String postalCode, String country, String san, String gln) {
        String number(String type) {
            if (type.equals(idType)) {
                return id;
            }
            return switch (type) {
                case "SAN" -> san;
                case "GLN" -> gln;
                default -> null;
            };
        }
    }

    public AddressBook(Collection<Address> rows) {
        for (Address row : rows) {
            for (String type : List.of(row.idType(), "SAN", "GLN")) {
                if (row.number(type) != null) {
                    addresses.putIfAbsent(key(row.owner(), type, row.number(type)), row);
                }
            }
        }
    }

    /** The row for an id; rows of the owners (code list folders) go before the common ones. */
    public Optional<Address> find(String idType, String id, String... owners) {
        if (idType == null || id == null) {
            return Optional.empty();
        }
        List<String> order = new ArrayList<>(Arrays.asList(owners));
        order.add("");
        return order.stream().filter(Objects::nonNull).map(owner -> addresses.get(key(owner, idType, id))).filter(Objects::nonNull)
            .findFirst();
    }

    /** The same place under another kind of id, for example the fulfilment centre code of a SAN; empty where the book has none. */
    public Optional<String> translate(String idType, String id, String wantedType, String... owners) {
        return find(idType, id, owners).map(row -> row.number(wantedType));
    }

    /**
     * The party with what it lacks of name and address. A party whose postal code is another than the book's keeps what it says: it
     * is another place.
     */
    public Party completed(Party party, String... owners) {
        Optional<Address> found = find(party.idType(), party.id(), owners);
        if (found.isEmpty() || !agrees(party.postalCode(), found.get().postalCode())) {
            return party;
        }
        Address row = found.get();
        boolean streetless = party.street() == null || party.street().isEmpty();
        return new Party(party.role(), party.id(), party.idType(), or(party.name(), row.name()), streetless ? row.street() : party.street(),
            or(party.city(), row.city()), or(party.region(), row.region()), or(party.postalCode(), row.postalCode()),
            or(party.country(), row.country()), party.taxNumber());
    }

    private static boolean agrees(String stated, String listed) {
        return stated == null || listed == null || plain(stated).equals(plain(listed));
    }

    private static String or(String stated, String listed) {
        return stated == null || stated.isBlank() ? listed : stated;
    }

    private static String key(String owner, String idType, String id) {
        return owner + "|" + idType + "|" + plain(id);
    }

    /** Capitals without blanks and hyphens, in which SANs and postal codes are written at will. */
    private static String plain(String id) {
        return id.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
