// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

/**
 * How much is taken.
 *
 * @param body bytes of a message as it arrives
 * @param content bytes of what is in it, after decompression
 * @param inMemory bytes of one content that stay in memory; larger ones go to the work folder
 */
public record As2Limits(long body, long content, int inMemory) {
    private static final int IN_MEMORY = 256 * 1024;

    /** The limit {@code largest} of the channel for both, 256 KiB in memory. */
    public static As2Limits of(As2Settings settings) {
        return new As2Limits(settings.largest(), settings.largest(), IN_MEMORY);
    }
}
