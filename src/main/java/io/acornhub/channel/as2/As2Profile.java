// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.channel.CertificateEntry;
import io.acornhub.channel.Certificates;
import io.acornhub.channel.OwnKey;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
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

    /** True when there is a key to sign with at the moment. */
    public boolean signs() {
        return certificates.listing(channel, moment).stream().anyMatch(e -> e.usable() && e.configured().owner() == Owner.OWN
            && e.configured().uses().contains(Use.SIGN));
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

    /** As {@link #decrypting()}, but none where all that is wrong is that their time is over or has not come. */
    List<OwnKey> decryptingOrNone() {
        return untimely(Owner.OWN, Use.ENCRYPT) ? List.of() : decrypting();
    }

    /** As {@link #verifying()}, but none where all that is wrong is that their time is over or has not come. */
    List<X509Certificate> verifyingOrNone() {
        return untimely(Owner.PARTNER, Use.SIGN) ? List.of() : verifying();
    }

    private boolean untimely(Owner owner, Use use) {
        List<CertificateEntry> unusable = unusable(owner, use);
        long all = channel.certificates().stream().filter(c -> c.owner() == owner && c.uses().contains(use)).count();
        return !unusable.isEmpty() && unusable.size() == all && unusable.stream().allMatch(e -> e.problem().ofTime());
    }

    /** ChannelFault when the file of one of them cannot be used. */
    void demandAllReadable(Owner owner, Use use) {
        List<Fault> broken = unusable(owner, use).stream().filter(e -> !e.problem().ofTime()).map(e -> Fault.onPath(
            FaultCode.CERTIFICATE_UNUSABLE, "channels." + channel.name() + ".certificates[" + e.position() + "]",
            e.configured().file(), e.words())).toList();
        if (!broken.isEmpty()) {
            throw new ChannelFault(broken);
        }
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
