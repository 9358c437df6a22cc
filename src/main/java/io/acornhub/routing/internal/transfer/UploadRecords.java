// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Temporary names on servers of others: every one that was begun, and the one of each subject that counts. */
@Repository
class UploadRecords {
    private final JdbcTemplate jdbc;

    UploadRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Before the first byte is sent under that name. */
    void begun(String connection, String subject, String temporaryName) {
        jdbc.update("insert into remote_attempt (connection, temporary_name, subject, begun_at) values (?,?,?,?)", connection,
            temporaryName, subject, now());
    }

    /** The temporary name under which all bytes lie, or lay until it was renamed. */
    Optional<String> staged(String connection, String subject) {
        return jdbc.queryForList("select temporary_name from remote_upload where connection = ? and subject = ?", String.class,
            connection, subject).stream().findFirst();
    }

    /** In the transaction that says so of the interchange; what a transmission before it left is forgotten. */
    void stage(String connection, String subject, String temporaryName) {
        jdbc.update("delete from remote_upload where connection = ? and subject = ?", connection, subject);
        insert(connection, subject, temporaryName);
    }

    /** Where the row itself is the state: false where another upload of that subject was first. */
    boolean stageFirst(String connection, String subject, String temporaryName) {
        try {
            insert(connection, subject, temporaryName);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private void insert(String connection, String subject, String temporaryName) {
        jdbc.update("insert into remote_upload (connection, subject, temporary_name, staged_at) values (?,?,?,?)", connection, subject,
            temporaryName, now());
    }

    /** Temporary names of that subject that were begun and not deleted, besides the one that counts. */
    List<String> others(String connection, String subject, String temporaryName) {
        return jdbc.queryForList("select temporary_name from remote_attempt where connection = ? and subject = ?"
            + " and temporary_name <> ?", String.class, connection, subject, temporaryName);
    }

    void gone(String connection, String temporaryName) {
        jdbc.update("delete from remote_attempt where connection = ? and temporary_name = ?", connection, temporaryName);
    }

    /** It lies there under its final name. */
    void done(String connection, String subject) {
        jdbc.update("update remote_upload set done_at = ? where connection = ? and subject = ? and done_at is null", now(), connection,
            subject);
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }
}
