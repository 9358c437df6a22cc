// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.partner.ErpSystem;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The adapters there are, by name. */
public final class ErpAdapters {
    private final Map<String, ErpAdapter> adapters = new TreeMap<>();

    public ErpAdapters(Collection<ErpAdapter> adapters) {
        adapters.forEach(adapter -> this.adapters.put(adapter.name(), adapter));
    }

    /** @throws IllegalArgumentException naming the file to correct, if there is no such adapter */
    public ErpAdapter of(ErpSystem system) {
        ErpAdapter adapter = adapters.get(system.adapter());
        if (adapter == null) {
            throw new IllegalArgumentException("config/erp/" + system.name() + ".yaml: there is no adapter '" + system.adapter()
                + "'; there are " + adapters.keySet());
        }
        return adapter;
    }
}
