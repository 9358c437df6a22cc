// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The faults found, by document or interchange. */
@Repository
public class FaultLog {
    private final JdbcTemplate jdbc;

    public FaultLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void append(String subject, List<Fault> faults) {
        Integer last = jdbc.queryForObject("select coalesce(max(seq), 0) from fault where subject = ?", Integer.class, subject);
        int seq = last == null ? 0 : last;
        List<Object[]> rows = new ArrayList<>();
        for (Fault fault : faults) {
            rows.add(new Object[] {subject, ++seq, fault.code().name(), cut(fault.segment(), 40), fault.position(),
                cut(fault.element(), 200), cut(fault.value(), 500), cut(fault.text(), 2000)});
        }
        jdbc.batchUpdate("insert into fault (subject, seq, code, segment, position, element, value_found, text) "
            + "values (?,?,?,?,?,?,?,?)", rows);
    }

    public List<Fault> of(String subject) {
        return jdbc.query("select * from fault where subject = ? order by seq",
            (rs, n) -> new Fault(FaultCode.valueOf(rs.getString("code")),
            rs.getString("segment"), rs.getObject("position", Integer.class), rs.getString("element"), null, null,
            rs.getString("value_found"), rs.getString("text")), subject);
    }

    static String cut(String text, int length) {
        return text != null && text.length() > length ? text.substring(0, length) : text;
    }
}
