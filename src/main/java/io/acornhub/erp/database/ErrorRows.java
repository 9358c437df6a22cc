// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.interchange.Fault;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** Findings as rows of iface_error, behind those of earlier attempts. */
final class ErrorRows {
    /** A place as {@link Row} names it: table, line, column. */
    private static final Pattern PLACE = Pattern.compile("iface_\\w+\\[(.*)]\\.(\\w+)");
    private static final int LINE = 20;
    private static final int FIELD = 60;
    private static final int TEXT = 2000;

    private ErrorRows() {
    }

    static void add(JdbcTemplate jdbc, long headerId, List<Fault> faults, LocalDateTime now) {
        Integer last = jdbc.queryForObject("select coalesce(max(seq), 0) from iface_error where header_id = ?", Integer.class,
            headerId);
        int seq = last == null ? 0 : last;
        List<Object[]> rows = new ArrayList<>();
        for (Fault fault : faults) {
            String place = fault.element() == null ? "" : fault.element();
            Matcher inLine = PLACE.matcher(place);
            boolean matches = inLine.matches();
            rows.add(new Object[] {headerId, ++seq, matches ? cut(inLine.group(1), LINE) : null, "E", fault.code().name(),
                cut(matches ? inLine.group(2) : place, FIELD), cut(fault.inWords(), TEXT), now});
        }
        jdbc.batchUpdate("insert into iface_error (header_id, seq, line_no, severity, code, field, text, at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
