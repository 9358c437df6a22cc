// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.checks;

import io.acornhub.partner.AddressBook;
import io.acornhub.partner.CodeLists;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.PackSizes;
import io.acornhub.partner.Partner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A configuration in which the partners that are not in use count too, so that a check says what they still lack. */
public record WithDrafts(Configuration used) implements Configuration {

    @Override
    public List<Partner> partners() {
        return Stream.concat(used.partners().stream(), used.drafts().stream()).toList();
    }

    /** Whether a file is that of a partner that is not in use. */
    public boolean isDraft(String file) {
        return used.drafts().stream().anyMatch(p -> ("config/partners/" + p.name() + ".yaml").equals(file));
    }

    @Override
    public List<ErpSystem> erpSystems() {
        return used.erpSystems();
    }

    @Override
    public CodeLists codeLists() {
        return used.codeLists();
    }

    @Override
    public AddressBook addressBook() {
        return used.addressBook();
    }

    @Override
    public PackSizes packSizes() {
        return used.packSizes();
    }

    @Override
    public List<String> problems() {
        return used.problems();
    }

    @Override
    public Optional<Partner> partnerOf(String senderQualifier, String senderId, String receiverQualifier, String receiverId) {
        return used.partnerOf(senderQualifier, senderId, receiverQualifier, receiverId);
    }
}
