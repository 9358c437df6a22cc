// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.partner.AddressBook;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.CodeLists;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Direction;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Identifiers;
import io.acornhub.partner.PackSizes;
import io.acornhub.partner.Partner;
import java.util.List;
import java.util.Optional;

/** A configuration that also knows our own outgoing files: it judges them as the partner would, by the same agreements. */
final class BothSides implements Configuration {
    private final Configuration configuration;

    BothSides(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Optional<Partner> partnerOf(String senderQualifier, String senderId, String receiverQualifier, String receiverId) {
        return configuration.partnerOf(senderQualifier, senderId, receiverQualifier, receiverId)
            .or(() -> configuration.partnerOf(receiverQualifier, receiverId, senderQualifier, senderId).map(BothSides::mirrored));
    }

    private static Partner mirrored(Partner p) {
        List<Agreement> agreements = p.agreements().stream().map(a -> new Agreement(a.document(),
            a.direction() == Direction.INBOUND ? Direction.OUTBOUND : Direction.INBOUND, a.release(), a.canonical(), a.bundle(),
                a.channel(),
            a.functionalGroup(), a.interchangeVersion(), a.deliverTo(), a.acknowledgmentWithin(), a.rules(), a.answers(),
            a.ordersBy(), a.settings(), a.from(), a.to())).toList();
        return new Partner(p.name(), p.title(), true, p.usage(), p.zone(),
            new Identifiers(p.identifiers().own(), p.identifiers().partner()),
            p.vendorCodes(), p.separators(), p.acknowledgment(), p.deadlines(), p.codeLists(), p.sscc(),
            p.channels(), agreements, p.contacts());
    }

    @Override
    public List<Partner> partners() {
        return configuration.partners();
    }

    @Override
    public List<ErpSystem> erpSystems() {
        return configuration.erpSystems();
    }

    @Override
    public CodeLists codeLists() {
        return configuration.codeLists();
    }

    @Override
    public AddressBook addressBook() {
        return configuration.addressBook();
    }

    @Override
    public PackSizes packSizes() {
        return configuration.packSizes();
    }

    @Override
    public List<String> problems() {
        return configuration.problems();
    }
}
