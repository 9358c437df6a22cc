// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.x12.X12Segment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order of Amazon's, read from the JSON that its API gives ({@code payload} of getPurchaseOrder). */
final class Order {
    private static final String EACHES = "Eaches";
    private final JsonNode json;
    private final List<Line> lines = new ArrayList<>();

    Order(JsonNode json) {
        this.json = json;
        details().path("items").forEach(item -> lines.add(new Line(item)));
    }

    /** One line; prices and quantities as EDI says them, in the unit that is ordered. */
    record Line(JsonNode json) {
        String number() {
            return json.path("itemSequenceNumber").asText();
        }

        String asin() {
            return json.path("amazonProductIdentifier").asText("");
        }

        String vendorItem() {
            return json.path("vendorProductIdentifier").asText("");
        }

        BigDecimal quantity() {
            return json.path("orderedQuantity").path("amount").decimalValue();
        }

        String unit() {
            return json.path("orderedQuantity").path("unitOfMeasure").asText(EACHES);
        }

        /** {@code EA} or {@code CA}. */
        String x12Unit() {
            return unit().equalsIgnoreCase("Cases") ? "CA" : "EA";
        }

        int unitSize() {
            return Math.max(1, json.path("orderedQuantity").path("unitSize").asInt(1));
        }

        boolean backOrderAllowed() {
            return json.path("isBackOrderAllowed").asBoolean();
        }

        Optional<BigDecimal> netCost() {
            String amount = json.path("netCost").path("amount").asText("");
            return amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount));
        }

        /** PO104: the API's cost is per each, EDI's per unit ordered. */
        Optional<BigDecimal> price() {
            return netCost().map(cost -> x12Unit().equals("CA") ? cost.multiply(BigDecimal.valueOf(unitSize())) : cost);
        }

        String currency() {
            return json.path("netCost").path("currencyCode").asText("");
        }

        /** The qualifier of {@link #vendorItem()} in a PO1. */
        String qualifier() {
            String item = vendorItem();
            if (CheckDigit.isRight(item) && item.length() == 12) {
                return "UP";
            } else if (CheckDigit.isRight(item) && item.length() == 13) {
                return "EN";
            } else if (CheckDigit.isRight(item) && item.length() == 14) {
                return "UK";
            }
            return CheckDigit.isIsbn10(item) ? "IB" : "VN";
        }

        /** Whether the pairs of a segment, from a position on, name this line's article. */
        boolean isNamed(X12Segment segment, int from) {
            for (int i = from; i < segment.elements().size(); i += 2) {
                String value = segment.get(i + 1);
                boolean same = !value.isEmpty() && (value.equals(asin()) || value.equals(vendorItem())
                    || value.matches("\\d{8,14}") && vendorItem().matches("\\d{8,14}") && bare(value).equals(bare(vendorItem())));
                if (same) {
                    return true;
                }
            }
            return false;
        }

        /** What stands in the pairs instead, or empty where they name this article or none. */
        String misnamed(X12Segment segment, int from) {
            String said = segment.pair(from, "UP", "EN", "UK", "UI", "IB", "VN", "SK", "BP");
            return said.isEmpty() || isNamed(segment, from) ? "" : said;
        }

        private static String bare(String digits) {
            return digits.replaceFirst("^0+", "");
        }
    }

    JsonNode json() {
        return json;
    }

    String number() {
        return json.path("purchaseOrderNumber").asText();
    }

    JsonNode details() {
        return json.path("orderDetails");
    }

    List<Line> lines() {
        return lines;
    }

    String vendorCode() {
        return details().path("sellingParty").path("partyId").asText("");
    }

    String shipTo() {
        return details().path("shipToParty").path("partyId").asText("");
    }

    Instant date() {
        return Instants.of(details().path("purchaseOrderDate").asText());
    }

    /** An order with a ship window only is collected by Amazon's carrier. */
    boolean collect() {
        return details().hasNonNull("shipWindow") && !details().hasNonNull("deliveryWindow");
    }

    /** Start and end of what was agreed: the ship window of a collected order, the delivery window of another. */
    Optional<Instant[]> window() {
        String text = details().path(collect() ? "shipWindow" : "deliveryWindow").asText("");
        String[] ends = text.split("--");
        return ends.length == 2 ? Optional.of(new Instant[] {Instants.of(ends[0]), Instants.of(ends[1])}) : Optional.empty();
    }

    /** The line that a segment is about: by its number where that is one of the order's, else by its article. */
    Optional<Line> line(String number, X12Segment segment, int pairsFrom) {
        Optional<Line> byNumber = lines.stream().filter(line -> sameNumber(line.number(), number)).findFirst();
        Optional<Line> byArticle = byArticle(segment, pairsFrom);
        return byNumber.filter(line -> byArticle.isEmpty() || line.isNamed(segment, pairsFrom)).or(() -> byArticle);
    }

    /** The line whose article the pairs of a segment name. */
    Optional<Line> byArticle(X12Segment segment, int pairsFrom) {
        return lines.stream().filter(line -> line.isNamed(segment, pairsFrom)).findFirst();
    }

    private static boolean sameNumber(String ours, String theirs) {
        return ours.equals(theirs) || ours.matches("\\d{1,9}") && theirs.matches("\\d{1,9}")
            && Integer.parseInt(ours) == Integer.parseInt(theirs);
    }
}
