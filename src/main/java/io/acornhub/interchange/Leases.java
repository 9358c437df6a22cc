// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Single flight for pollers and timers over all hub processes of one database: who holds the lease works, the others pass. A
 * lease is renewed at half its life (setting {@code acorn.lease}) and ends by itself when its holder dies. Leases only spare
 * effort; correctness rests on atomic renames, row locks and unique keys, so a clock that jumps does no harm. A database file
 * that only one process can open needs no lease, so a hub on embedded defaults works on at once after it was killed.
 */
@Repository
public class Leases {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Duration life;
    private final boolean alone;
    private final String holder = HubId.next();
    private final Map<String, Instant> held = new ConcurrentHashMap<>();

    public Leases(JdbcTemplate jdbc, TransactionTemplate transaction, @Value("${acorn.lease:PT20S}") Duration life,
                  @Value("${spring.datasource.url:}") String database) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.life = life;
        this.alone = database.startsWith("jdbc:h2:file:") && !database.toUpperCase(Locale.ROOT).contains("AUTO_SERVER=TRUE");
    }

    /** Whether this process may do the named work now. */
    public boolean holds(String name) {
        if (alone) {
            return true;
        }
        Instant now = Instant.now();
        Instant until = held.get(name);
        if (until != null && now.isBefore(until.minus(life.dividedBy(2)))) {
            return true;
        }
        Instant next = now.plus(life);
        boolean mine = Boolean.TRUE.equals(transaction.execute(status -> take(name, now, next)));
        if (mine) {
            held.put(name, next);
        } else {
            held.remove(name);
        }
        return mine;
    }

    private boolean take(String name, Instant now, Instant next) {
        int taken = jdbc.update("update lease set holder = ?, until = ? where name = ? and (holder = ? or until < ?)", holder,
            Timestamp.from(next), name, holder, Timestamp.from(now));
        return taken == 1 || jdbc.update("insert into lease (name, holder, until) values (?,?,?) on conflict do nothing", name, holder,
            Timestamp.from(next)) == 1;
    }

    /** Gives everything back at an orderly stop, so that another process need not wait. */
    @PreDestroy
    public void release() {
        jdbc.update("delete from lease where holder = ?", holder);
        held.clear();
    }
}
