// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.util.List;
import java.util.Map;

/**
 * A connection to a partner.
 *
 * @param type names the pair of route templates {@code <type>-source} and {@code <type>-sink}
 * @param enabled one that is not makes no routes, and its agreements are as if they were not there
 * @param settings the templates' parameters; relative paths lie in the data folder
 * @param certificates of both sides, where the type needs any
 */
public record Channel(String name, String type, boolean enabled, Map<String, String> settings, List<ChannelCertificate> certificates) {
    /** The type of a channel that is a connection to the Selling Partner API. */
    public static final String SPAPI = "spapi";
    /** Folders of this machine. */
    public static final String FOLDER = "folder";
    /** Folders that the counterpart reaches through the hub's own SFTP server. */
    public static final String SFTP_SERVER = "sftp-server";
    /** AS2 over HTTP, both directions. */
    public static final String AS2 = "as2";

    private static final String DELETE = "delete";
    private static final String MOVE = "move:";

    public boolean isSpapi() {
        return SPAPI.equals(type);
    }

    /**
     * Where a file goes on the other side after it was fetched, by the setting {@code afterDownload}.
     *
     * @return null where it is deleted, which is so too where nothing is set
     * @throws IllegalArgumentException if the setting says neither {@code delete} nor {@code move:FOLDER}
     */
    public String movesTo() {
        String set = settings.getOrDefault("afterDownload", "").strip();
        if (set.isEmpty() || set.equals(DELETE)) {
            return null;
        }
        if (!set.startsWith(MOVE) || set.length() == MOVE.length()) {
            throw new IllegalArgumentException("setting 'afterDownload' is '" + set + "'; it may be delete or move:FOLDER");
        }
        return set.substring(MOVE.length());
    }
}
