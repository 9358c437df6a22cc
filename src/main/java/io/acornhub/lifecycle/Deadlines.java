// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.interchange.HubId;
import io.acornhub.lifecycle.RunningDeadline.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What is due, as rows: started in the transaction of the event that starts it and ended in that of the event that meets it, so
 * that neither a restart nor a second hub changes anything. Only {@link #pass} looks at the clock. A mark that was passed stays
 * passed when the clock is moved back; one that was slept through is found at the next look. All methods expect the caller's
 * transaction.
 */
@Repository("deadlineRegister")
public class Deadlines {
    private final JdbcTemplate jdbc;
    private final Alarms alarms;

    public Deadlines(JdbcTemplate jdbc, Alarms alarms) {
        this.jdbc = jdbc;
        this.alarms = alarms;
    }

    /**
     * Starts a deadline. The same again changes nothing; another due time moves a deadline that is still open, and one that has
     * ended runs again only if it starts after that end.
     *
     * @param kind such as 855, or {@code 997:855}; {@code subject} names one of the kind: PO number, shipment
     */
    public void start(String partner, String kind, String subject, String documentId, Instant startsAt, Instant dueAt) {
        Instant from = startsAt.truncatedTo(ChronoUnit.MICROS);
        Instant due = dueAt.truncatedTo(ChronoUnit.MICROS);
        String about = Alarms.cut(subject, 120);
        RunningDeadline fresh = new RunningDeadline(HubId.next(), partner, kind, about, documentId, from, due, State.RUNNING, 0, null);
        int inserted = jdbc.update("insert into deadline (id, partner, kind, subject, document_id, starts_at, due_at, state, mark, "
            + "look_at) values (?,?,?,?,?,?,?,'RUNNING',0,?) on conflict do nothing", fresh.id(), partner, kind, about, documentId,
            Timestamp.from(from), Timestamp.from(due), Timestamp.from(fresh.after(0)));
        if (inserted == 1) {
            return;
        }
        RunningDeadline known = lock(partner, kind, about).orElseThrow();
        if (known.open() ? !known.dueAt().equals(due) : from.isAfter(known.endedAt())) {
            alarms.clear(origin(known), from);
            jdbc.update("update deadline set document_id = ?, starts_at = ?, due_at = ?, state = 'RUNNING', mark = 0, look_at = ?, "
                + "ended_at = null where id = ?", documentId, Timestamp.from(from), Timestamp.from(due), Timestamp.from(fresh.after(0)),
                known.id());
        }
    }

    /** What was due has happened; too late or not, its alarms are over. Nothing to end is fine. */
    public void met(String partner, String kind, String subject, Instant at) {
        lock(partner, kind, Alarms.cut(subject, 120)).filter(RunningDeadline::open).ifPresent(deadline -> {
            boolean late = at.isAfter(deadline.dueAt());
            if (late && deadline.mark() < 100) {
                raise(deadline, 100, at);
            }
            end(deadline, late ? State.MISSED : deadline.state() == State.MISSED ? State.MISSED : State.MET, at);
        });
    }

    /** It is not awaited any more. */
    public void cancel(String partner, String kind, String subject, Instant at) {
        lock(partner, kind, Alarms.cut(subject, 120)).filter(RunningDeadline::open)
            .ifPresent(deadline -> end(deadline, State.CANCELLED, at));
    }

    private void end(RunningDeadline deadline, State state, Instant at) {
        jdbc.update("update deadline set state = ?, look_at = null, ended_at = ? where id = ?", state.name(), Timestamp.from(at),
            deadline.id());
        alarms.clear(origin(deadline), at);
    }

    /** Deadlines whose next mark is reached, the longest reached first. */
    public List<RunningDeadline> toLookAt(Instant now, int most) {
        return jdbc.query("select * from deadline where look_at <= ? order by look_at, id fetch first " + most + " rows only",
            Deadlines::row, Timestamp.from(now));
    }

    /**
     * Passes the marks that are reached and raises the alarm of the highest.
     *
     * @return the deadline as it is now if it has just been missed
     */
    public Optional<RunningDeadline> pass(String id, Instant now) {
        RunningDeadline deadline = jdbc.query("select * from deadline where id = ? for update", Deadlines::row, id).get(0);
        int reached = deadline.reached(now);
        if (!deadline.open() || deadline.state() != State.RUNNING || reached <= deadline.mark()) {
            return Optional.empty();
        }
        alarms.clear(origin(deadline), now);
        raise(deadline, reached, now);
        boolean missed = reached == 100;
        Instant next = deadline.after(reached);
        jdbc.update("update deadline set mark = ?, look_at = ?, state = ? where id = ?", reached,
            next == null ? null : Timestamp.from(next), missed ? "MISSED" : "RUNNING", id);
        return missed ? find(id) : Optional.empty();
    }

    private void raise(RunningDeadline deadline, int mark, Instant at) {
        Alarm.Level level = mark == 100 ? Alarm.Level.ALARM : mark == 80 ? Alarm.Level.WARNING : Alarm.Level.NOTICE;
        String due = deadline.dueAt().truncatedTo(ChronoUnit.SECONDS).toString();
        String words = capital(deadline.inWords()) + (mark == 100 ? " was due " + due + " and is not there."
            : " is due " + due + "; " + mark + " % of the time is gone.");
        alarms.raise(Alarm.of(origin(deadline) + ":" + mark + ":" + deadline.dueAt(), Alarm.Kind.DEADLINE, level, deadline.partner(),
            deadline.subject(), deadline.documentId(), origin(deadline), words, at));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String origin(RunningDeadline deadline) {
        return "deadline:" + deadline.id();
    }

    private Optional<RunningDeadline> find(String id) {
        return jdbc.query("select * from deadline where id = ?", Deadlines::row, id).stream().findFirst();
    }

    private Optional<RunningDeadline> lock(String partner, String kind, String subject) {
        return jdbc.query("select * from deadline where partner = ? and kind = ? and subject = ? for update", Deadlines::row, partner, kind,
            subject).stream().findFirst();
    }

    public List<RunningDeadline> ofDocument(String documentId) {
        return jdbc.query("select * from deadline where document_id = ? order by due_at, id", Deadlines::row, documentId);
    }

    /** Soonest due first; null leaves a condition out. */
    public List<RunningDeadline> find(State state, String partner, int limit) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (state != null) {
            where.append(" and state = ?");
            arguments.add(state.name());
        }
        if (partner != null) {
            where.append(" and partner = ?");
            arguments.add(partner);
        }
        return jdbc.query("select * from deadline where " + where + " order by due_at, id fetch first " + limit + " rows only",
            Deadlines::row, arguments.toArray());
    }

    /** Those of a kind whose event is awaited, late or not. */
    public List<RunningDeadline> awaited(String kind, int limit) {
        return jdbc.query("select * from deadline where kind = ? and ended_at is null order by due_at, id fetch first " + limit
            + " rows only", Deadlines::row, kind);
    }

    private static RunningDeadline row(ResultSet rs, int number) throws SQLException {
        return new RunningDeadline(rs.getString("id"), rs.getString("partner"), rs.getString("kind"), rs.getString("subject"),
            rs.getString("document_id"), Alarms.instant(rs, "starts_at"), Alarms.instant(rs, "due_at"),
            State.valueOf(rs.getString("state")), rs.getInt("mark"), Alarms.instant(rs, "ended_at"));
    }
}
