// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.Grammars;
import io.acornhub.edi.SetGrammar;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Both engines over the grammars of the bundles; compiled schemas are large, so few are held at a time. */
final class Engines {
    static final Path CACHE = Path.of("target/dfdl");
    private static final Path BUNDLES = Path.of("edi-mappings/x12/004010");
    private static final Map<String, SetGrammar> GRAMMARS = new LinkedHashMap<>();
    private static final int MOST = 3;
    private static final Map<String, CartridgeEngine> LATEST = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CartridgeEngine> eldest) {
            return size() > MOST;
        }
    };

    static {
        grammar("850-purchase-order", "850");
        grammar("order-acknowledgment-855", "855");
        grammar("997-functional-acknowledgment", "997");
        grammar("860-purchase-order-change", "860");
        grammar("order-acknowledgment-865", "865");
        grammar("invoice-810", "810");
        grammar("820-remittance", "820");
        grammar("inventory-advice-846", "846");
        grammar("830-planning-schedule", "830");
        grammar("852-product-activity", "852");
        grammar("861-receiving-advice", "861");
        grammar("864-text-message", "864");
        grammar("824-application-advice", "824");
        grammar("214-shipment-status", "214");
    }

    private Engines() {
    }

    private static void grammar(String bundle, String setId) {
        GRAMMARS.put(setId, Grammars.load(BUNDLES.resolve(bundle).resolve("grammar.xml"), setId, "004010"));
    }

    static SetGrammar grammar(String setId) {
        return GRAMMARS.get(setId);
    }

    static synchronized CartridgeEngine cartridge(String setId) {
        return LATEST.computeIfAbsent(setId, id -> CartridgeEngine.of(grammar(id), CACHE));
    }
}
