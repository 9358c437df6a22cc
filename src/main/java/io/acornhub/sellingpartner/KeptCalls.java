// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import io.acornhub.interchange.HubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The calls made, in the database, for as long as {@code acorn.selling-partner.keep-calls} says. */
@Repository
public class KeptCalls {
    private static final Logger LOG = LoggerFactory.getLogger(KeptCalls.class);
    private static final Duration BETWEEN_PRUNINGS = Duration.ofHours(1);
    private static final int PRUNED_AT_ONCE = 5000;
    private static final int LONGEST_TARGET = 1000;
    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_NAME = 120;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;
    private final Clock clock;
    private final Duration keep;
    private final AtomicReference<Instant> pruned = new AtomicReference<>(Instant.MIN);

    public KeptCalls(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock,
                     @Value("${acorn.selling-partner.keep-calls:P30D}") Duration keep) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.keep = keep;
    }

    /** In a transaction of its own: the call was made whatever becomes of the caller's. That it cannot be kept is logged, no more. */
    public void keep(KeptCall call) {
        try {
            own.executeWithoutResult(status -> insert(call));
            prune();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("call      {} {} is not kept: {}", call.operation(), call.requestId(), e.getMessage());
        }
    }

    private void insert(KeptCall call) {
        jdbc.update("insert into sp_call (id, connection, operation, method, target, subject, attempt, started_at, millis, status, "
            + "request_id, rate_limit, outcome, words) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", HubId.next(), call.connection(),
            call.operation(), call.method(), cut(call.target(), LONGEST_TARGET), cut(call.subject(), LONGEST_NAME), call.attempt(),
            Timestamp.from(call.startedAt()), call.millis(), call.status(), cut(call.requestId(), LONGEST_NAME), call.rateLimit(),
            call.outcome().name(), cut(call.words(), LONGEST_WORDS));
    }

    private void prune() {
        Instant now = clock.instant();
        Instant last = pruned.get();
        if (last.plus(BETWEEN_PRUNINGS).isAfter(now) || !pruned.compareAndSet(last, now)) {
            return;
        }
        Timestamp before = Timestamp.from(now.minus(keep));
        int gone;
        do {
            Integer deleted = own.execute(status -> jdbc.update("delete from sp_call where id in (select id from sp_call "
                + "where started_at < ? fetch first " + PRUNED_AT_ONCE + " rows only)", before));
            gone = deleted == null ? 0 : deleted;
        } while (gone == PRUNED_AT_ONCE);
    }

    /** The calls of a connection, newest first; an operation or subject of null leaves that out. */
    public List<KeptCall> latest(String connection, String operation, String subject, int limit) {
        return jdbc.query("select * from sp_call where connection = ? and (cast(? as varchar(60)) is null or operation = ?) "
            + "and (cast(? as varchar(120)) is null or subject = ?) order by started_at desc, id desc fetch first " + limit + " rows only",
            KeptCalls::row, connection, operation, operation, subject, subject);
    }

    /** How often an operation came to an outcome. */
    public record Count(String operation, KeptCall.Outcome outcome, Integer status, long calls, Instant last) {
    }

    public List<Count> counts(String connection, Instant since) {
        return jdbc.query("select operation, outcome, status, count(*) calls, max(started_at) last_at from sp_call where connection = ? "
            + "and started_at >= ? group by operation, outcome, status order by operation, outcome, status",
            (rs, n) -> new Count(rs.getString("operation"), KeptCall.Outcome.valueOf(rs.getString("outcome")),
                rs.getObject("status", Integer.class), rs.getLong("calls"), instant(rs, "last_at")), connection, Timestamp.from(since));
    }

    private static KeptCall row(ResultSet rs, int number) throws SQLException {
        return new KeptCall(rs.getString("connection"), rs.getString("operation"), rs.getString("method"), rs.getString("target"),
            rs.getString("subject"), rs.getInt("attempt"), instant(rs, "started_at"), rs.getLong("millis"),
            rs.getObject("status", Integer.class), rs.getString("request_id"), rs.getBigDecimal("rate_limit"),
            KeptCall.Outcome.valueOf(rs.getString("outcome")), rs.getString("words"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static String cut(String text, int length) {
        String plain = text == null ? null : text.replace('\0', ' ');
        return plain != null && plain.length() > length ? plain.substring(0, length) : plain;
    }
}
