// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.lifecycle.OrderBook.Use;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who holds a number that must not be used twice. Taking one locks it until the transaction ends. */
public final class Numbers {
    public static final String INVOICE = "INVOICE";
    public static final String SHIPMENT = "SHIPMENT";
    public static final String PAYMENT = "PAYMENT";
    public static final String CHANGE = "CHANGE";
    private final JdbcTemplate jdbc;

    public Numbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Use> holder(String partner, String kind, String number) {
        return holder("", partner, kind, number);
    }

    private Optional<Use> holder(String locking, String partner, String kind, String number) {
        return jdbc.query("select document_id, number, used_at from number_in_use where partner = ? and kind = ? and number = ?" + locking,
            (rs, n) -> new Use(rs.getString(1), rs.getString(2), Counted.instant(rs, 3)), partner, kind, number).stream().findFirst();
    }

    /**
     * Takes the number for a document.
     *
     * @param free whether a number that another document holds may be taken all the same
     * @return who holds it, where it could not be taken
     */
    public Optional<Use> take(String partner, String kind, String number, String documentId, Instant at, Predicate<Use> free) {
        while (jdbc.update("insert into number_in_use (partner, kind, number, document_id, used_at) values (?,?,?,?,?) "
            + "on conflict do nothing", partner, kind, number, documentId, Timestamp.from(at)) == 0) {
            // Another transaction may give the number back between both statements; then the insert is tried once more.
            Optional<Use> holder = holder(" for update", partner, kind, number);
            if (holder.isPresent()) {
                if (!holder.get().documentId().equals(documentId) && !free.test(holder.get())) {
                    return holder;
                }
                hold(partner, kind, number, documentId, at);
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void hold(String partner, String kind, String number, String documentId, Instant at) {
        jdbc.update("update number_in_use set document_id = ?, used_at = ? where partner = ? and kind = ? and number = ?", documentId,
            Timestamp.from(at), partner, kind, number);
    }

    /** A rejected document's number is free again, or belongs to the document it replaced. */
    public void giveBack(String partner, String kind, String number, String documentId, Optional<Counted.Row> before) {
        if (holder(partner, kind, number).filter(u -> u.documentId().equals(documentId)).isEmpty()) {
            return;
        }
        if (before.isPresent()) {
            hold(partner, kind, number, before.get().documentId(), before.get().countedAt());
        } else {
            jdbc.update("delete from number_in_use where partner = ? and kind = ? and number = ?", partner, kind, number);
        }
    }
}
