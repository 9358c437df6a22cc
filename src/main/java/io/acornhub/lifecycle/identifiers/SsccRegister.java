// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.canonical.ShipmentNotice.Package;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Every SSCC that was ever on a shipment notice. Writing methods expect the caller's transaction. */
@Repository
public class SsccRegister {
    /** GS1: an SSCC may come again after a year at the earliest. */
    public static final int DAYS_KEPT = 365;
    private static final int AT_ONCE = 500;
    private final JdbcTemplate jdbc;

    public SsccRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Who gave an SSCC out: the hub, from the vendor's prefix, or the ERP. */
    enum Source {
        HUB, ERP
    }

    /**
     * A use of an SSCC.
     *
     * @param usedAt when it was last on a notice
     */
    public record Use(String sscc, String partner, String shipmentId, String documentId, String packageNo, Instant usedAt) {
        /** Whether the use is so recent that GS1 forbids another. */
        public boolean withinAYear(Instant now) {
            return usedAt.isAfter(now.minus(DAYS_KEPT, ChronoUnit.DAYS));
        }
    }

    /** Those SSCCs of the notice that another shipment had, ever; {@link Use#withinAYear} tells the forbidden ones. */
    public List<Use> usedByOthers(ShipmentNotice notice, String partner) {
        List<String> codes = packages(notice).keySet().stream().toList();
        List<Use> uses = new ArrayList<>();
        for (int from = 0; from < codes.size(); from += AT_ONCE) {
            List<String> some = codes.subList(from, Math.min(from + AT_ONCE, codes.size()));
            String marks = String.join(",", Collections.nCopies(some.size(), "?"));
            Object[] arguments = Stream.concat(some.stream(), Stream.of(partner, notice.shipmentId())).toArray();
            uses.addAll(jdbc.query("select * from sscc where sscc in (" + marks + ") and not (partner = ? and shipment_id = ?) "
                + "order by sscc", SsccRegister::use, arguments));
        }
        return uses;
    }

    /** Notes the SSCCs of a notice that is on its way out as used by its shipment, now. */
    public void register(ShipmentNotice notice, String partner, String documentId, Instant now) {
        Timestamp at = Timestamp.from(now);
        List<Package> all = List.copyOf(packages(notice).values());
        int[] known = jdbc.batchUpdate("update sscc set partner = ?, shipment_id = ?, document_id = ?, package_no = ?, used_at = ? "
            + "where sscc = ?", all.stream().map(p -> new Object[] {partner, notice.shipmentId(), documentId, p.packageNo(), at,
                digits(p)}).toList());
        List<Package> added = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] == 0) {
                added.add(all.get(i));
            }
        }
        if (!added.isEmpty()) {
            jdbc.batchUpdate("insert into sscc (sscc, partner, shipment_id, document_id, package_no, allocated_by, allocated_at, used_at) "
                + "values (?,?,?,?,?,'ERP',?,?) on conflict do nothing", added.stream().map(p -> new Object[] {digits(p), partner,
                    notice.shipmentId(), documentId, p.packageNo(), at, at}).toList());
        }
    }

    /**
     * SSCCs that the hub gave to packages of this document, or of this shipment within a year: a corrected notice must name the
     * codes that are on the cartons.
     *
     * @return SSCC by package number
     */
    Map<String, String> given(ShipmentNotice notice, String partner, String documentId, Instant now) {
        Map<String, String> given = new LinkedHashMap<>();
        // two parts, since a database finds either by its index but not always both by an "or"
        jdbc.query("select package_no, sscc, allocated_at from sscc where allocated_by = 'HUB' and document_id = ? union "
            + "select package_no, sscc, allocated_at from sscc where allocated_by = 'HUB' and partner = ? and shipment_id = ? "
            + "and allocated_at > ? order by allocated_at, sscc", (ResultSet rs) -> {
                given.put(rs.getString(1), rs.getString(2));
            }, documentId, partner, notice.shipmentId(), Timestamp.from(now.minus(DAYS_KEPT, ChronoUnit.DAYS)));
        return given;
    }

    /** Notes an SSCC of the hub's own; false if it was used before, by the ERP for instance. */
    boolean give(Use use) {
        return jdbc.update("insert into sscc (sscc, partner, shipment_id, document_id, package_no, allocated_by, allocated_at, used_at) "
            + "values (?,?,?,?,?,?,?,?) on conflict do nothing", use.sscc(), use.partner(), use.shipmentId(), use.documentId(),
            use.packageNo(), Source.HUB.name(), Timestamp.from(use.usedAt()), Timestamp.from(use.usedAt())) == 1;
    }

    private static Map<String, Package> packages(ShipmentNotice notice) {
        Map<String, Package> packages = new LinkedHashMap<>();
        for (Package one : notice.packages() == null ? List.<Package>of() : notice.packages()) {
            Sscc.read(one.sscc()).ifPresent(digits -> packages.putIfAbsent(digits, one));
        }
        return packages;
    }

    private static String digits(Package one) {
        return Sscc.read(one.sscc()).orElseThrow();
    }

    private static Use use(ResultSet rs, int number) throws SQLException {
        return new Use(rs.getString("sscc"), rs.getString("partner"), rs.getString("shipment_id"), rs.getString("document_id"),
            rs.getString("package_no"), rs.getObject("used_at", OffsetDateTime.class).toInstant());
    }
}
