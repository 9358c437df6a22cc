// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.sftp;

import java.nio.file.Path;

/**
 * Who may log in to the hub's SFTP server, and what he sees: a root with the folders inbox and outbox.
 *
 * @param connection name of the connection, for the log
 * @param keys reference to a file of public keys, as authorized_keys; null for none
 * @param password reference to the password; null for none
 * @param inbox where uploads appear; null where nothing is taken
 * @param outbox what may be fetched and deleted; null where nothing is given
 */
public record SftpUser(String name, String connection, String keys, String password, Path inbox, Path outbox) {

    public SftpUser {
        if (keys == null && password == null) {
            throw new IllegalArgumentException("setting 'keys' or 'password' is needed, or nobody can log in");
        }
        if (inbox == null && outbox == null) {
            throw new IllegalArgumentException("setting 'inbox' or 'outbox' is needed");
        }
        if (inbox != null && !inbox.endsWith("inbox") || outbox != null && !outbox.endsWith("outbox")
            || inbox != null && outbox != null && !inbox.getParent().equals(outbox.getParent())) {
            throw new IllegalArgumentException("the folders of a user of the SFTP server must be called inbox and outbox and lie in one"
                + " folder of his own, such as partners/NAME/inbox and partners/NAME/outbox; here they are " + inbox + " and " + outbox);
        }
    }

    /** The folder that he sees as the root. */
    public Path root() {
        return (inbox == null ? outbox : inbox).getParent();
    }
}
