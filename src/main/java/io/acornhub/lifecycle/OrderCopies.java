// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.lifecycle.OrderComparison.Difference;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** In what the copies of an order differ that came by further doors. Writing methods expect the caller's transaction. */
@Repository
public class OrderCopies {
    private static final int LONGEST = 500;
    private static final int LONGEST_PATH = 200;
    private final JdbcTemplate jdbc;

    public OrderCopies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param documentId the copy; one that was compared before is compared anew */
    public void note(String documentId, List<Difference> differences) {
        jdbc.update("delete from order_difference where document_id = ?", documentId);
        List<Object[]> rows = new ArrayList<>();
        for (Difference difference : differences) {
            rows.add(new Object[] {documentId, rows.size() + 1, Alarms.cut(difference.path(), LONGEST_PATH),
                Alarms.cut(difference.registered(), LONGEST), Alarms.cut(difference.offered(), LONGEST)});
        }
        jdbc.batchUpdate("insert into order_difference (document_id, seq, path, registered, offered) values (?,?,?,?,?)", rows);
    }

    public List<Difference> of(String documentId) {
        return jdbc.query("select path, registered, offered from order_difference where document_id = ? order by seq", (rs, n) ->
            new Difference(rs.getString(1), rs.getString(2), rs.getString(3)), documentId);
    }
}
