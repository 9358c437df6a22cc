// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

/**
 * One thing tried of a connection.
 *
 * @param name what was tried, such as {@code token} or {@code role getPurchaseOrders}
 * @param todo what to do about it; null where all is well
 */
public record ConnectionCheck(String name, Result result, String words, String todo) {

    /** WARN works, for now. */
    public enum Result {
        OK, WARN, FAILED
    }

    public static ConnectionCheck ok(String name, String words) {
        return new ConnectionCheck(name, Result.OK, words, null);
    }

    public static ConnectionCheck warn(String name, String words, String todo) {
        return new ConnectionCheck(name, Result.WARN, words, todo);
    }

    public static ConnectionCheck failed(String name, String words, String todo) {
        return new ConnectionCheck(name, Result.FAILED, words, todo);
    }
}
