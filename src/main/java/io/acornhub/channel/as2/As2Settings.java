// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Channel;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of a channel of type {@code as2}, read from its flat strings.
 *
 * @param ownId the hub's AS2 identifier on this channel
 * @param partnerId the partner's AS2 identifier
 * @param url where messages are posted to; null when the channel only receives
 * @param sign digest of signatures of messages and receipts; null for no signature
 * @param encrypt cipher of messages; null for no encryption
 * @param compress whether and when
 * @param mdn the receipt asked for
 * @param mdnSigned whether that receipt must be signed
 * @param ownUrl where the partner posts asynchronous receipts; null unless {@code mdn} is ASYNC
 * @param mdnWithin how long a receipt may take before the message is sent again
 * @param resends how often it is sent again
 * @param require what messages of the partner must have
 * @param accept weak algorithms that are accepted from the partner besides those that {@code sign} and {@code encrypt} name
 *     (setting {@code accept}, a list of {@code SHA-1} and {@code 3DES}, empty by default)
 * @param mdnHosts hosts, in lower case, that asynchronous receipts may be posted to
 * @param contentType of payloads sent
 * @param subject header Subject of messages sent; null for none
 * @param largest bytes of a message as it arrives, and of its content
 * @param timeout of a connection to the partner
 */
public record As2Settings(String ownId, String partnerId, URI url, As2Digest sign, As2Cipher encrypt, Compress compress, Mdn mdn,
                          boolean mdnSigned, URI ownUrl, Duration mdnWithin, int resends, Set<Protection> require, Accept accept,
                          Set<String> mdnHosts, String contentType, String subject, long largest, Duration timeout) {

    /** When contents are compressed. */
    public enum Compress {
        NONE, BEFORE_SIGNING, AFTER_SIGNING
    }

    /** The receipt asked for: none, in the answer to the post, or posted to us later. */
    public enum Mdn {
        NONE, SYNC, ASYNC
    }

    /** What can be demanded of a message. */
    public enum Protection {
        SIGNED, ENCRYPTED
    }

    /** Weak algorithms that are accepted. */
    public record Accept(Set<As2Digest> digests, Set<As2Cipher> ciphers) {
        /** True for a digest that is not weak, or accepted all the same. */
        public boolean takes(As2Digest digest) {
            return !digest.weak() || digests.contains(digest);
        }

        /** True for a cipher that is not weak, or accepted all the same. */
        public boolean takes(As2Cipher cipher) {
            return !cipher.weak() || ciphers.contains(cipher);
        }
    }

    /**
     * @throws ChannelFault CHANNEL_SETTING_WRONG with every setting that is missing or cannot be read and what it may be
     */
    public static As2Settings of(Channel channel) {
        return new As2SettingsReader(channel).read();
    }

    /** The names of all settings; {@code user} and {@code password} (HTTP Basic) are used where messages are posted. */
    public static Set<String> names() {
        return new TreeSet<>(List.of("ownId", "partnerId", "url", "sign", "encrypt", "compress", "mdn", "mdnSigned", "ownUrl",
            "mdnWithin", "resends", "require", "accept", "mdnHosts", "contentType", "subject", "largest", "timeout", "user", "password"));
    }

    /** True when messages of the partner must have this protection. */
    public boolean demands(Protection protection) {
        return require.contains(protection);
    }

    static Accept accept(As2Digest sign, As2Cipher encrypt, Set<String> besides) {
        Set<As2Digest> digests = EnumSet.noneOf(As2Digest.class);
        Set<As2Cipher> ciphers = EnumSet.noneOf(As2Cipher.class);
        if (sign != null) {
            digests.add(sign);
        }
        if (encrypt != null) {
            ciphers.add(encrypt);
        }
        besides.forEach(name -> As2Digest.of(name).ifPresent(digests::add));
        besides.forEach(name -> As2Cipher.of(name).ifPresent(ciphers::add));
        return new Accept(digests, ciphers);
    }

    static ChannelFault fault(Channel channel, List<String[]> problems) {
        return new ChannelFault(problems.stream().map(p -> Fault.onPath(FaultCode.CHANNEL_SETTING_WRONG,
            "channels." + channel.name() + ".settings." + p[0], p[1], p[2])).toList());
    }
}
