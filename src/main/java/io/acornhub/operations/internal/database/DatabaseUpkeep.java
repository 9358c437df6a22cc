// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.database;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the file of the embedded database from growing with every commit, and tells when the database is beyond use.
 *
 * <p>H2 appends each commit as a chunk and uses a chunk's space again only when nothing in it is valid any more; what moves the rest
 * together runs in a thread of H2 that it does not start with {@code WRITE_DELAY=0}, which the hub needs for its commits to outlive the
 * process. So the hub asks for the same work at its own pace, a little at a time, since commits wait meanwhile. A write that fails, on
 * a full disk, closes H2 for good: only a new process can go on, from the last commit.
 */
@Component
class DatabaseUpkeep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseUpkeep.class);
    private static final long PAUSE_MILLIS = 100;
    /** Percent of the file's chunks that should be valid. */
    private static final int TARGET = 50;
    private static final int BYTES_AT_ONCE = 4 * 1024 * 1024;
    private final DataSource database;
    private final ApplicationEventPublisher events;
    private ScheduledExecutorService timer;
    private MVStore store;

    DatabaseUpkeep(DataSource database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "database-upkeep");
            thread.setDaemon(true);
            return thread;
        });
        timer.schedule(this::run, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Rests for three times as long as it computed, so that it never costs more than a quarter of a processor. */
    private void run() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
        work();
        long computed = threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() - begin : 0;
        long pause = Math.max(PAUSE_MILLIS, 3 * TimeUnit.NANOSECONDS.toMillis(computed));
        synchronized (this) {
            if (isRunning()) {
                timer.schedule(this::run, pause, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void work() {
        try {
            if (store == null && !find()) {
                stop();
            } else if (store.isClosed()) {
                broken();
            } else {
                store.compact(TARGET, BYTES_AT_ONCE);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("nothing was done about the embedded database now", e);
        }
    }

    /** @return false where the database is another's, which looks after itself */
    private boolean find() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (SchemaUpgrade.embedded(connection)
                && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                store = session.getDatabase().getStore().getMvStore();
            }
            return store != null;
        }
    }

    private synchronized void broken() {
        if (isRunning()) {
            stop();
            AvailabilityChangeEvent.publish(events, "the embedded database was closed by a write that failed", LivenessState.BROKEN);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdown();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** Stops after the routes and the broker. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
