// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.x12.X12Segment;
import io.acornhub.simulator.internal.x12.X12Set;
import java.util.List;
import java.util.Optional;

/** The parties of an 810 in the words of Amazon's invoices. */
final class InvoiceParties {
    private final X12Set set;

    InvoiceParties(X12Set set) {
        this.set = set;
    }

    /** The party of the first N1 with one of these codes. */
    Optional<ObjectNode> find(String... codes) {
        List<X12Segment> segments = set.segments();
        for (String code : codes) {
            for (int i = 0; i < segments.size(); i++) {
                if (segments.get(i).is("N1", code)) {
                    return Optional.of(party(segments, i));
                }
            }
        }
        return Optional.empty();
    }

    private static ObjectNode party(List<X12Segment> segments, int at) {
        X12Segment n1 = segments.get(at);
        ObjectNode party = onRecord(n1.get(4).isEmpty() ? n1.get(2) : n1.get(4));
        ObjectNode address = Parts.object().put("name", n1.get(2));
        int line = 0;
        for (int i = at + 1; i < segments.size() && List.of("N2", "N3", "N4").contains(segments.get(i).tag()); i++) {
            X12Segment next = segments.get(i);
            if (next.tag().equals("N3")) {
                for (String text : next.elements()) {
                    address.put("addressLine" + ++line, text);
                }
            } else if (next.tag().equals("N4")) {
                address.put("city", next.get(1)).put("stateOrRegion", next.get(2)).put("postalOrZipCode", next.get(3))
                    .put("countryCode", next.get(4).isEmpty() ? "US" : next.get(4));
            }
        }
        if (line > 0 && line <= 3 && address.has("countryCode")) {
            party.set("address", address);
        }
        return party;
    }

    /** A party that is named by its code alone: its address is in Amazon's records. */
    static ObjectNode onRecord(String code) {
        ObjectNode party = Parts.party(code);
        party.putObject("address").put("name", code).put("addressLine1", "on record").put("countryCode", "US");
        return party;
    }

    /** The order's bill-to; null if it has none. */
    static ObjectNode billTo(Order order) {
        JsonNode record = order.details().path("billToParty");
        if (!record.isObject()) {
            return null;
        }
        ObjectNode party = onRecord(record.path("partyId").asText());
        if (record.path("address").isObject()) {
            ObjectNode address = record.path("address").deepCopy();
            address.set("postalOrZipCode", address.remove("postalCode"));
            party.set("address", address);
        }
        return party;
    }
}
