// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A configuration with those agreements only that hold at one time. */
record DatedConfiguration(Configuration whole, Instant at) implements Configuration {

    @Override
    public List<Partner> partners() {
        return whole.partners().stream().map(p -> p.on(at)).toList();
    }

    @Override
    public List<ErpSystem> erpSystems() {
        return whole.erpSystems();
    }

    @Override
    public CodeLists codeLists() {
        return whole.codeLists();
    }

    @Override
    public AddressBook addressBook() {
        return whole.addressBook();
    }

    @Override
    public PackSizes packSizes() {
        return whole.packSizes();
    }

    @Override
    public List<String> problems() {
        return whole.problems();
    }

    @Override
    public Optional<Partner> partnerOf(String senderQualifier, String senderId, String receiverQualifier, String receiverId) {
        return whole.partnerOf(senderQualifier, senderId, receiverQualifier, receiverId).map(p -> p.on(at));
    }
}
