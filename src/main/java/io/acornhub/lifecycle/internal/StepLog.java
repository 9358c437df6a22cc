// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.lifecycle.Act;
import io.acornhub.lifecycle.OrderState.Step;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes down every step of an order: taken, refused, accepted by the partner, taken back. */
public final class StepLog {
    private static final int LONGEST = 2000;
    private final JdbcTemplate jdbc;

    public StepLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of an attempt. */
    public enum Outcome {
        TAKEN, REFUSED, ACCEPTED, TAKEN_BACK
    }

    /** What is the same for every order of a document. */
    public record Doing(String partner, String documentId, Act act, String number, Instant at) {
    }

    public void write(Doing doing, String poNumber, Outcome outcome, Step from, Step to, String why) {
        jdbc.update("insert into order_step (partner, po_number, document_id, act, number, outcome, from_step, to_step, why, at) "
            + "values (?,?,?,?,?,?,?,?,?,?)", doing.partner(), poNumber, doing.documentId(), doing.act().name(), doing.number(),
            outcome.name(), from.name(), to.name(), cut(why), Timestamp.from(doing.at()));
    }

    /** A refusal is written once, however often the same attempt is made. */
    public void refused(Doing doing, String poNumber, Step at, String why) {
        boolean known = jdbc.query("select from_step, why from order_step where document_id = ? and po_number = ? and outcome = 'REFUSED'",
            (rs, n) -> rs.getString(1).equals(at.name()) && Objects.equals(rs.getString(2), cut(why)), doing.documentId(), poNumber)
            .contains(true);
        if (!known) {
            write(doing, poNumber, Outcome.REFUSED, at, at, why);
        }
    }

    private static String cut(String why) {
        return why == null || why.length() <= LONGEST ? why : why.substring(0, LONGEST);
    }
}
