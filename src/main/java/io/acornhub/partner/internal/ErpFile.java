// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import io.acornhub.partner.ErpSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shape of a file of {@code config/erp}, and what must hold in it besides. */
record ErpFile(String name, String title, Boolean enabled, String adapter, Map<String, String> settings,
               Map<String, String> bundles, Map<String, String> values, String codeLists, List<PartnerFile.ChannelPart> channels) {

    List<Placed> check(Placeholders placeholders) {
        List<Placed> found = new ArrayList<>();
        if (name == null) {
            found.add(new Placed("", "'name' is missing"));
        }
        if (adapter == null) {
            found.add(new Placed("", "'adapter' is missing; say which adapter speaks to the system, such as idoc, file or database"));
        } else {
            AdapterTypes.of(adapter).ifPresent(table -> found.addAll(table.check(settings, placeholders, isEnabled(), "")));
        }
        if (channels != null && !channels.isEmpty()) {
            found.addAll(ChannelCheck.of(channels, placeholders));
        }
        return found;
    }

    private boolean isEnabled() {
        return enabled == null || enabled;
    }

    ErpSystem system(Placeholders placeholders) {
        return new ErpSystem(name, title, isEnabled(), adapter, placeholders.in(settings), bundles == null ? Map.of() : bundles,
            placeholders.in(values), codeLists,
            channels == null ? List.of() : channels.stream().map(c -> c.channel(placeholders)).toList());
    }
}
