// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.util.List;

/**
 * A party of a document.
 *
 * @param role BUYING, SELLING, SHIP_TO, BILL_TO, SHIP_FROM, REMIT_TO (code list {@code party-roles}) or the source's code
 * @param idType what {@code id} is: FC (fulfilment centre code), SAN, GLN, DUNS, ASSIGNED; null without an id
 * @param taxNumber number of the party's registration for VAT or GST; null if unsaid
 */
public record Party(String role, String id, String idType, String name, List<String> street, String city, String region,
                    String postalCode, String country, String taxNumber) {
    /** A party of which no tax registration is said. */
    public Party(String role, String id, String idType, String name, List<String> street, String city, String region,
                 String postalCode, String country) {
        this(role, id, idType, name, street, city, region, postalCode, country, null);
    }
}
