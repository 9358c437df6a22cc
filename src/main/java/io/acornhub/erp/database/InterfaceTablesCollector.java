// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.erp.Claim;
import io.acornhub.erp.Collected;
import io.acornhub.erp.ErpCollector;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.CodeLists;
import io.acornhub.partner.ErpSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/**
 * Collects documents (direction O; {@link CollectedKind}) from interface tables. Claiming is optimistic: an update that only the
 * first of several workers gets through, which every database can do. Times of claims and leases are UTC, business times in the
 * zone of {@link Conventions}. Settings of the ERP system: {@code leaseMinutes} (5) is how long a claim holds, {@code claims} (10)
 * how often a row is tried before it becomes an error.
 */
public final class InterfaceTablesCollector implements ErpCollector {
    private static final Duration[] BACK_OFF =
        {Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60)};
    private static final String WAITING = "select header_id, source_system, doc_key, doc_version, attempts, doc_type from iface_doc d"
        + " where direction = 'O' and status = 'NEW' and (next_try_at is null or next_try_at <= ?)"
        + " and not exists (select 1 from iface_doc x where x.doc_key = d.doc_key and x.header_id < d.header_id"
        + " and x.source_system = d.source_system and x.direction = d.direction and x.doc_type = d.doc_type"
        + " and x.status in ('NEW', 'PROCESSING', 'ERROR')) order by priority, header_id limit ?";
    private static final String CLAIM = "update iface_doc set status = 'PROCESSING', locked_by = ?, locked_at = ?,"
        + " lease_until = ?, attempts = attempts + 1, updated_at = ? where header_id = ? and status = 'NEW'";
    private static final String MINE = " where header_id = ? and status = 'PROCESSING' and locked_by = ?";
    private static final String RELEASED = " locked_by = null, locked_at = null, lease_until = null, updated_at = ?";
    private static final int WORKER_LENGTH = 40;

    private final InterfaceDatabases databases;
    private final CodeLists codeLists;
    private final String worker;
    private final Clock clock;

    /** @param worker names this process in {@code locked_by} */
    public InterfaceTablesCollector(InterfaceDatabases databases, CodeLists codeLists, String worker, Clock clock) {
        this.databases = databases;
        this.codeLists = codeLists;
        this.worker = worker.length() > WORKER_LENGTH ? worker.substring(worker.length() - WORKER_LENGTH) : worker;
        this.clock = clock;
    }

    @Override
    public List<Claim> claim(ErpSystem system, int max) {
        return with(system, database -> database.inTransaction(() -> {
            JdbcTemplate jdbc = database.jdbc();
            LocalDateTime now = now();
            String token = worker + ":" + UUID.randomUUID().toString().substring(0, 12);
            LocalDateTime end = now.plusMinutes(setting(system, "leaseMinutes", 5));
            List<Claim> waiting = jdbc.query(WAITING, (row, number) -> new Claim(row.getLong(1), row.getString(6).trim(),
                String.join(":", row.getString(2).trim(), row.getString(6).trim(), row.getString(3).trim(), row.getString(4)), token,
                row.getInt(5) + 1), now, max);
            return waiting.stream().filter(claim -> jdbc.update(CLAIM, token, now, end, now, claim.headerId()) == 1).toList();
        }));
    }

    @Override
    public Collected read(ErpSystem system, Claim claim) {
        return with(system, database -> {
            CollectedKind kind = CollectedKind.of(claim.docType());
            CollectedRows rows = database.inSnapshot(
                () -> new RowReader(database.jdbc()).read(claim.headerId(), claim.token(), kind.tables()));
            if (rows == null) {
                throw new ChannelFault(Fault.onPath(FaultCode.TARGET_REFUSED, "iface_doc", claim.key(),
                    "the lease on row " + claim.headerId() + " of " + system.title() + " has ended"));
            }
            String hash = rows.hash();
            if (rows.takenHash() != null && !rows.takenHash().equals(hash)) {
                throw new MappingFault(Fault.onPath(FaultCode.COLLECTED_ROW_CHANGED, "iface_doc.payload_hash",
                    rows.takenHash(), claim.key()
                    + " was taken before and its row has been changed since: send the change as a new doc_version"));
            }
            return new Collected(claim, kind.document(rows, Conventions.of(system, codeLists)), hash);
        });
    }

    @Override
    public boolean finish(ErpSystem system, Collected collected, String reference) {
        Claim claim = collected.claim();
        LocalDateTime now = now();
        return with(system, database -> database.inTransaction(() -> database.jdbc().update("update iface_doc set"
            + " status = 'DONE', processed_at = ?, target_ref = ?, payload_hash = ?, error_code = null, error_text = null,"
            + " next_try_at = null," + RELEASED + MINE, now, reference, collected.contentHash(), now, claim.headerId(),
            claim.token()) == 1));
    }

    @Override
    public boolean refuse(ErpSystem system, Claim claim, List<Fault> faults) {
        LocalDateTime now = now();
        return with(system, database -> database.inTransaction(() -> {
            boolean mine = database.jdbc().update("update iface_doc set status = 'ERROR', error_code = ?, error_text = ?,"
                + RELEASED + MINE, cut(faults.get(0).code().name(), 40), words(faults), now, claim.headerId(),
                claim.token()) == 1;
            if (mine) {
                ErrorRows.add(database.jdbc(), claim.headerId(), faults, now);
            }
            return mine;
        }));
    }

    @Override
    public boolean postpone(ErpSystem system, Claim claim, Fault fault) {
        LocalDateTime now = now();
        LocalDateTime next = now.plus(BACK_OFF[Math.min(Math.max(claim.attempt(), 1), BACK_OFF.length) - 1]);
        return with(system, database -> database.inTransaction(() -> database.jdbc().update("update iface_doc set status = 'NEW',"
            + " next_try_at = ?, error_code = ?, error_text = ?," + RELEASED + MINE, next, cut(fault.code().name(), 40),
            words(List.of(fault)), now, claim.headerId(), claim.token()) == 1));
    }

    @Override
    public int reap(ErpSystem system) {
        LocalDateTime now = now();
        int claims = setting(system, "claims", 10);
        String lost = " where direction = 'O' and status = 'PROCESSING' and lease_until < ?";
        return with(system, database -> database.inTransaction(() -> {
            int given = database.jdbc().update("update iface_doc set status = 'ERROR', error_code = 'LEASE_ENDED',"
                + " error_text = ?," + RELEASED + lost + " and attempts >= ?",
                "claimed " + claims + " times and never finished: something ends the hub while it works on this row", now, now, claims);
            return given + database.jdbc().update("update iface_doc set status = 'NEW'," + RELEASED + lost, now, now);
        }));
    }

    private <T> T with(ErpSystem system, Function<InterfaceDatabase, T> work) {
        try {
            return work.apply(databases.of(system));
        } catch (DataAccessException | TransactionException e) {
            throw InterfaceDatabases.unreachable(system, e);
        }
    }

    private static String words(List<Fault> faults) {
        return cut(String.join("; ", faults.stream().map(Fault::inWords).toList()), 2000);
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    private static int setting(ErpSystem system, String name, int otherwise) {
        String value = system.settings().get(name);
        return value == null || value.isBlank() ? otherwise : Integer.parseInt(value.trim());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
