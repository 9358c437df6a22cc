// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import io.acornhub.simulator.internal.x12.X12Segment;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The 850 (004010) of an order in the shape of Amazon's retail programme. */
final class PurchaseOrderWriter {
    private final ZoneId zone;
    private final boolean packSizes;

    /**
     * @param zone in which days are meant: the fulfilment centre's or Amazon's
     * @param packSizes whether lines in cases say in a PO4 how many eaches a case holds; Amazon's outline has none
     */
    PurchaseOrderWriter(ZoneId zone, boolean packSizes) {
        this.zone = zone;
        this.packSizes = packSizes;
    }

    List<X12Segment> write(Order order) {
        List<X12Segment> out = new ArrayList<>();
        out.add(X12Segment.of("BEG", "00", orderType(order), order.number(), "", Instants.day(order.date(), zone)));
        out.add(X12Segment.of("REF", "CR", order.vendorCode()));
        String deal = order.details().path("dealCode").asText("");
        if (!deal.isEmpty()) {
            out.add(X12Segment.of("REF", "PD", deal));
        }
        out.add(X12Segment.of("FOB", order.collect() ? "CC" : "PP"));
        out.add(X12Segment.of("CSH", order.lines().stream().anyMatch(Order.Line::backOrderAllowed) ? "Y" : "N"));
        order.window().ifPresent(window -> {
            out.add(X12Segment.of("DTM", "064", Instants.day(window[0], zone)));
            out.add(X12Segment.of("DTM", "063", Instants.day(window[1], zone)));
        });
        out.add(X12Segment.of("N1", "ST", "", order.shipTo().matches("\\d{7}") ? "15" : "92", order.shipTo()));
        BigDecimal sum = BigDecimal.ZERO;
        for (Order.Line line : order.lines()) {
            out.add(line(line));
            if (packSizes && line.x12Unit().equals("CA")) {
                out.add(X12Segment.of("PO4", line.unitSize()));
            }
            sum = sum.add(line.quantity());
        }
        out.add(X12Segment.of("CTT", order.lines().size(), sum));
        return out;
    }

    /** BEG02: an order as usual is NE, a hurried one RO, one of goods on consignment CN. */
    private static String orderType(Order order) {
        return switch (order.details().path("purchaseOrderType").asText("RegularOrder")) {
            case "RushOrder" -> "RO";
            case "ConsignedOrder" -> "CN";
            default -> "NE";
        };
    }

    private static X12Segment line(Order.Line line) {
        List<Object> elements = new ArrayList<>(List.of(line.number(), line.quantity(), line.x12Unit()));
        elements.add(line.price().<Object>map(price -> price).orElse(""));
        elements.add(line.price().isPresent() ? "NT" : "");
        if (!line.vendorItem().isEmpty()) {
            elements.addAll(List.of(line.qualifier(), line.vendorItem()));
        }
        if (!line.asin().isEmpty()) {
            elements.addAll(List.of("BP", line.asin()));
        }
        return X12Segment.of("PO1", elements.toArray());
    }
}
