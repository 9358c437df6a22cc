// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import java.sql.Connection;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One database with interface tables. Its transactions are its own, never part of one the caller has open. */
final class InterfaceDatabase {
    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final String nextHeaderIds;

    InterfaceDatabase(DataSource source) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.transaction = template(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.snapshot = template(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        String product = jdbc.execute((ConnectionCallback<String>) c -> c.getMetaData().getDatabaseProductName());
        this.nextHeaderIds = "PostgreSQL".equals(product)
            ? "select nextval('iface_header_seq') from generate_series(1, ?)"
            : "select next value for iface_header_seq from system_range(1, ?)";
    }

    private TransactionTemplate template(int isolation) {
        TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(source));
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        template.setIsolationLevel(isolation);
        return template;
    }

    DataSource source() {
        return source;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** Everything read in it is of one moment ({@link Connection#TRANSACTION_REPEATABLE_READ}). */
    <T> T inSnapshot(Supplier<T> work) {
        return snapshot.execute(status -> work.get());
    }

    List<Long> nextHeaderIds(int count) {
        return jdbc.queryForList(nextHeaderIds, Long.class, count);
    }
}
