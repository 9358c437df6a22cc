// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

/**
 * Why a message was not accepted.
 *
 * @param modifier what is wrong, for the hub's own log, console and rules
 * @param told what the partner's receipt says. It differs from the modifier for messages encrypted in CBC mode whose signature was
 *     not yet verified: those all say {@code authentication-failed}, because telling wrong padding from a wrong signature would
 *     let an attacker decrypt a message by asking often enough
 * @param words for the operator: what, where, what to do; never sent to the partner
 */
public record As2Failure(As2Modifier modifier, As2Modifier told, String words) {
    public As2Failure(As2Modifier modifier, String words) {
        this(modifier, modifier, words);
    }
}
