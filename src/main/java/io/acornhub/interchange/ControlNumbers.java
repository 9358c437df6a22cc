// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Control numbers of what we send: one sequence per (own id, partner id, usage, kind), from 1 to 999999999 and then from 1
 * again (facts, section 8). A number is taken in the transaction that stores the outgoing bytes, so that it is used exactly
 * when they exist; the row lock makes other senders to the same partner wait for that commit.
 */
@Repository
public class ControlNumbers {
    static final long LAST = 999_999_999L;
    private final JdbcTemplate jdbc;

    public ControlNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param kind INTERCHANGE (ISA13) or GROUP (GS06) */
    public long next(String ownId, String partnerId, String usage, String kind) {
        String key = String.join("|", ownId, partnerId, usage, kind);
        int updated = jdbc.update("update control_number set last_value = case when last_value >= ? then 1 else last_value + 1 end "
            + "where sequence_key = ?", LAST, key);
        if (updated == 0) {
            jdbc.update("insert into control_number (sequence_key, last_value) values (?, 0) on conflict do nothing", key);
            return next(ownId, partnerId, usage, kind);
        }
        Long value = jdbc.queryForObject("select last_value from control_number where sequence_key = ?", Long.class, key);
        return value == null ? 1 : value;
    }
}
