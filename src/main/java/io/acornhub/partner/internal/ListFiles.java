// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import io.acornhub.partner.AddressBook;
import io.acornhub.partner.AddressBook.Address;
import io.acornhub.partner.PackSizes;
import io.acornhub.partner.PackSizes.PackSize;
import io.acornhub.partner.internal.CsvTable.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of {@code config/code-lists} that are no code lists: addresses and pack sizes. */
final class ListFiles {
    static final String ADDRESSES = "addresses.csv";
    static final String PACK_SIZES = "pack-sizes.csv";
    static final Set<String> NAMES = Set.of(ADDRESSES, PACK_SIZES);
    private static final List<String> ADDRESS_COLUMNS = List.of("id_type", "id", "name", "street", "street2", "city", "region",
        "postal_code", "country", "san", "gln");
    private static final List<String> PACK_COLUMNS = List.of("item", "unit", "eaches");
    private static final Set<String> ID_TYPES = Set.of("FC", "SAN", "GLN", "DUNS", "ASSIGNED");

    private ListFiles() {
    }

    static AddressBook addresses(Path folder, List<String> problems) throws IOException {
        List<Address> addresses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : CsvTable.read(folder, ADDRESSES, ADDRESS_COLUMNS, problems)) {
            String wrong = wrong(row);
            if (wrong == null && !seen.add(row.owner() + "|" + row.cell("id_type") + "|" + row.cell("id"))) {
                wrong = row.cell("id_type") + " " + row.cell("id") + " stands twice; only one address can apply";
            }
            if (wrong != null) {
                problems.add(row.place() + ": " + wrong);
                continue;
            }
            addresses.add(new Address(row.owner(), row.cell("id_type"), row.cell("id"), row.cell("name"),
                Stream.of("street", "street2").map(row::cell).filter(s -> s != null).toList(), row.cell("city"), row.cell("region"),
                row.cell("postal_code"), row.cell("country"), row.cell("san"), row.cell("gln")));
        }
        return new AddressBook(addresses);
    }

    private static String wrong(Row row) {
        if (row.cell("id") == null || row.cell("id_type") == null || !ID_TYPES.contains(row.cell("id_type"))) {
            return "id_type must be one of FC, SAN, GLN, DUNS, ASSIGNED, and id must be given";
        }
        String san = "SAN".equals(row.cell("id_type")) ? row.cell("id") : row.cell("san");
        if (san != null && !san.matches("\\d{3}-?\\d{3}[\\dXx]")) {
            return "SAN '" + san + "' is not six digits and a check character";
        }
        String gln = "GLN".equals(row.cell("id_type")) ? row.cell("id") : row.cell("gln");
        if (gln != null && !gln.matches("\\d{13}")) {
            return "GLN '" + gln + "' is not 13 digits";
        }
        String country = row.cell("country");
        return country == null || country.matches("[A-Z]{2}") ? null : "country '" + country + "' is no code of two letters such as US";
    }

    static PackSizes packSizes(Path folder, List<String> problems) throws IOException {
        List<PackSize> sizes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : CsvTable.read(folder, PACK_SIZES, PACK_COLUMNS, problems)) {
            String eaches = row.cell("eaches");
            if (row.cell("item") == null || row.cell("unit") == null || eaches == null || !eaches.matches("[1-9]\\d{0,6}")) {
                problems.add(row.place() + ": item, unit and a whole number of eaches are all needed");
            } else if (!seen.add(row.owner() + "|" + row.cell("item") + "|" + row.cell("unit"))) {
                problems.add(row.place() + ": " + row.cell("unit") + " of " + row.cell("item") + " stands twice; only one size can apply");
            } else {
                sizes.add(new PackSize(row.owner(), row.cell("item"), row.cell("unit"), Integer.parseInt(eaches)));
            }
        }
        return new PackSizes(sizes);
    }
}
