// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.channel.CertificateEntry;
import io.acornhub.channel.Certificates;
import io.acornhub.channel.OwnKey;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * All that is agreed with a partner at a moment. Keys are looked up when a message needs them; one that is missing is a fault then,
 * so that a channel that signs nothing needs no key.
 */
public final class As2Profile {
    private final As2Settings settings;
    private final Channel channel;
    private final Certificates certificates;
    private final Instant moment;

    private As2Profile(As2Settings settings, Channel channel, Certificates certificates, Instant moment) {
        this.settings = settings;
        this.channel = channel;
        this.certificates = certificates;
        this.moment = moment;
    }

    /**
     * The profile of a channel at a moment.
     *
     * @throws ChannelFault CHANNEL_SETTING_WRONG when the settings cannot be read
     */
    public static As2Profile of(Channel channel, Certificates certificates, Instant moment) {
        return new As2Profile(As2Settings.of(channel), channel, certificates, moment);
    }

    public As2Settings settings() {
        return settings;
    }

    /** The moment the certificates are those of. */
    public Instant moment() {
        return moment;
    }

    /** The key that messages and receipts are signed with; ChannelFault without one. */
    public OwnKey signing() {
        return certificates.own(channel, Use.SIGN, moment).get(0);
    }

    /** The keys that messages may be encrypted for; ChannelFault without any. */
    public List<OwnKey> decrypting() {
        return certificates.own(channel, Use.ENCRYPT, moment);
    }

    /** The certificates that the partner's signatures may be made with; ChannelFault without any. */
    public List<X509Certificate> verifying() {
        return certificates.partner(channel, Use.SIGN, moment);
    }

    /** The certificate that messages to the partner are encrypted for; ChannelFault without one. */
    public X509Certificate encrypting() {
        return certificates.partner(channel, Use.ENCRYPT, moment).get(0);
    }

    /** Configured but not usable at the moment, to tell why a certificate was not accepted. */
    List<CertificateEntry> unusable(Owner owner, Use use) {
        return certificates.listing(channel, moment).stream().filter(e -> !e.usable() && e.configured().owner() == owner
            && e.configured().uses().contains(use)).toList();
    }

    /** The name of the channel. */
    public String channel() {
        return channel.name();
    }
}
