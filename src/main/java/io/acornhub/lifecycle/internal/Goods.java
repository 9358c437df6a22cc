// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.lifecycle.LineNumbers;
import io.acornhub.lifecycle.identifiers.SsccRegister;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What acknowledgments and ship notices add to orders. */
public final class Goods {
    private static final int AT_ONCE = 500;
    private final JdbcTemplate jdbc;
    private final SsccRegister ssccs;

    public Goods(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.ssccs = new SsccRegister(jdbc);
    }

    /** What a document answers of a line; the price is null where it says none. */
    public record Answered(String documentId, String lineNo, BigDecimal accepted, BigDecimal backOrdered, BigDecimal rejected,
                           BigDecimal price) {
    }

    /** A quantity a document adds to a line, in the line's unit; the line is null where the order has no such item. */
    public record Part(String documentId, String lineNo, BigDecimal quantity) {
    }

    public void acknowledgment(OrderAcknowledgment answer, String documentId, List<OrderTable.Line> ordered) {
        Map<String, Object[]> rows = new HashMap<>();
        for (OrderAcknowledgment.Line line : answer.lines()) {
            String lineNo = ordered.stream().map(OrderTable.Line::lineNo).filter(n -> LineNumbers.same(n, line.lineNo())).findFirst()
                .orElse(line.lineNo());
            rows.put(lineNo, new Object[] {documentId, lineNo, sum(line, "ACCEPTED"), sum(line, "BACKORDERED"), sum(line, "REJECTED"),
                line.price() == null ? null : line.price().amount()});
        }
        jdbc.batchUpdate("insert into acknowledgment_line (document_id, line_no, accepted, back_ordered, rejected, net_price) "
            + "values (?,?,?,?,?,?)", List.copyOf(rows.values()));
    }

    private static BigDecimal sum(OrderAcknowledgment.Line line, String status) {
        return line.dispositions() == null ? BigDecimal.ZERO : line.dispositions().stream()
            .filter(d -> status.equals(d.status()) && d.quantity() != null).map(d -> d.quantity().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @param finders by order number; an order that is unknown has none */
    public void shipment(ShipmentNotice notice, String partner, String documentId, Instant at, Function<String, LineFinder> finders) {
        List<ShipmentNotice.Package> packages = notice.packages() == null ? List.of() : notice.packages();
        jdbc.update("insert into shipment (document_id, shipment_id, purpose, shipped_at, estimated_delivery, amazon_reference, "
            + "bill_of_lading, pro_number, carrier_code, carton_count, pallet_count) values (?,?,?,?,?,?,?,?,?,?,?)", documentId,
            notice.shipmentId(), notice.purpose() == null ? "ORIGINAL" : notice.purpose(), time(notice.shippedAt()),
            time(notice.estimatedDelivery()), notice.amazonReference(), notice.billOfLading(), notice.proNumber(), notice.carrierCode(),
            count(packages, "CARTON", notice.cartonCount()), count(packages, "PALLET", notice.palletCount()));
        if ("CANCEL".equals(notice.purpose())) {
            return;
        }
        shipmentLines(notice, documentId, packages, finders);
        Map<String, Object[]> codes = new HashMap<>();
        packages.stream().filter(p -> p.sscc() != null).forEach(p -> codes.put(p.sscc(), new Object[] {p.sscc(), documentId, partner,
            notice.shipmentId(), p.kind() == null ? "CARTON" : p.kind(), time(at)}));
        jdbc.batchUpdate("insert into shipped_package (sscc, document_id, partner, shipment_id, kind, shipped_at) values (?,?,?,?,?,?)",
            List.copyOf(codes.values()));
        // for good, so that the hub gives none of them to another package
        ssccs.register(notice, partner, documentId, at);
    }

    private void shipmentLines(ShipmentNotice notice, String documentId, List<ShipmentNotice.Package> packages,
                               Function<String, LineFinder> finders) {
        Map<String, Integer> packagesOf = new HashMap<>();
        for (ShipmentNotice.Package pack : packages) {
            Set<String> items = new HashSet<>();
            (pack.contents() == null ? List.<ShipmentNotice.Content>of() : pack.contents()).forEach(c -> items.add(c.itemNo()));
            items.forEach(item -> packagesOf.merge(item, 1, Integer::sum));
        }
        List<Object[]> rows = new ArrayList<>();
        for (ShipmentNotice.Item item : notice.items() == null ? List.<ShipmentNotice.Item>of() : notice.items()) {
            LineFinder finder = item.poNumber() == null ? null : finders.apply(item.poNumber());
            Optional<OrderTable.Line> line = finder == null ? Optional.empty() : finder.find(new LineFinder.Item(item.poLineNo(),
                item.gtin(), item.buyerItem(), item.vendorItem(), item.isbn()), item.quantity());
            rows.add(new Object[] {documentId, rows.size() + 1, item.poNumber(), line.map(OrderTable.Line::lineNo).orElse(item.poLineNo()),
                line.map(l -> LineFinder.in(item.quantity(), l)).orElse(item.quantity() == null ? BigDecimal.ZERO
                    : item.quantity().amount()),
                line.map(OrderTable.Line::unit).orElse(item.quantity() == null ? null : item.quantity().unit()),
                packagesOf.getOrDefault(item.itemNo(), 0)});
        }
        jdbc.batchUpdate("insert into shipment_line (document_id, ordinal, po_number, line_no, quantity, unit, packages) "
            + "values (?,?,?,?,?,?,?)", rows);
    }

    private static int count(List<ShipmentNotice.Package> packages, String kind, Integer stated) {
        long counted = packages.stream().filter(p -> kind.equals(p.kind())).count();
        return counted > 0 || stated == null ? Math.toIntExact(counted) : stated;
    }

    /** A rejected notice's packages never left as far as the partner knows. */
    public void forgetPackages(String documentId) {
        jdbc.update("delete from shipped_package where document_id = ?", documentId);
    }

    /** Answers of these documents, in no order. */
    public List<Answered> answered(Collection<String> documents) {
        return in("select document_id, line_no, accepted, back_ordered, rejected, net_price from acknowledgment_line "
            + "where document_id in (%s)", documents,
            (rs, n) -> new Answered(rs.getString(1), rs.getString(2), rs.getBigDecimal(3), rs.getBigDecimal(4),
                rs.getBigDecimal(5), rs.getBigDecimal(6)));
    }

    public List<Part> shipped(Collection<String> documents, String poNumber) {
        return in("select document_id, line_no, quantity from shipment_line where document_id in (%s) and po_number = ?", documents,
            (rs, n) -> new Part(rs.getString(1), rs.getString(2), rs.getBigDecimal(3)), poNumber);
    }

    private <T> List<T> in(String sql, Collection<String> documents, RowMapper<T> mapper, Object... more) {
        List<T> found = new ArrayList<>();
        List<String> ids = List.copyOf(documents);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Object> arguments = new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            String marks = String.join(",", Collections.nCopies(arguments.size(), "?"));
            arguments.addAll(List.of(more));
            found.addAll(jdbc.query(sql.formatted(marks), mapper, arguments.toArray()));
        }
        return found;
    }

    private static Timestamp time(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
