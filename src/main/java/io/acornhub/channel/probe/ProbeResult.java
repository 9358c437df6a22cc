// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

/**
 * One thing tried of a connection.
 *
 * @param name what was tried, such as {@code host key}
 * @param todo what to do about it; null where all is well
 */
public record ProbeResult(String name, Result result, String words, String todo) {

    /** WARN works, for now. */
    public enum Result {
        OK, WARN, FAILED
    }

    public static ProbeResult ok(String name, String words) {
        return new ProbeResult(name, Result.OK, words, null);
    }

    public static ProbeResult warn(String name, String words, String todo) {
        return new ProbeResult(name, Result.WARN, words, todo);
    }

    public static ProbeResult failed(String name, String words, String todo) {
        return new ProbeResult(name, Result.FAILED, words, todo);
    }

    public boolean isFailed() {
        return result == Result.FAILED;
    }
}
