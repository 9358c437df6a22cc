// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.Grammars;
import io.acornhub.edi.SetGrammar;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Both engines over the grammars of the bundles; compiled schemas are large, so only those used last are kept. */
final class Engines {
    static final Path CACHE = Path.of("target/dfdl");
    private static final Path BUNDLES = Path.of("edi-mappings/x12");
    private static final int MOST_ENGINES = 4;
    private static final Map<String, SetGrammar> GRAMMARS = new LinkedHashMap<>();
    private static final Map<SetGrammar, CartridgeEngine> LAST_USED = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SetGrammar, CartridgeEngine> eldest) {
            return size() > MOST_ENGINES;
        }
    };

    static {
        grammar("004010/850-purchase-order", "850");
        grammar("004010/order-acknowledgment-855", "855");
        grammar("004010/997-functional-acknowledgment", "997");
        grammar("004010/860-purchase-order-change", "860");
        grammar("004010/order-acknowledgment-865", "865");
        grammar("004010/invoice-810", "810");
        grammar("004010/820-remittance", "820");
        grammar("004010/inventory-advice-846", "846");
        grammar("004010/830-planning-schedule", "830");
        grammar("004010/852-product-activity", "852");
        grammar("004010/861-receiving-advice", "861");
        grammar("004010/864-text-message", "864");
        grammar("004010/824-application-advice", "824");
        grammar("004010/214-shipment-status", "214");
        grammar("005010/997-functional-acknowledgment", "997");
        grammar("005010/999-implementation-acknowledgment", "999");
        grammar("005010/ship-notice-856", "856");
        grammar("005010/routing-request-753", "753");
        grammar("005010/754-routing-instruction", "754");
    }

    private Engines() {
    }

    private static void grammar(String bundle, String setId) {
        String release = bundle.substring(0, 6);
        GRAMMARS.put(release + " " + setId, Grammars.load(BUNDLES.resolve(bundle).resolve("grammar.xml"), setId, release));
    }

    /** Of 004010. */
    static SetGrammar grammar(String setId) {
        return ofRelease("004010 " + setId);
    }

    /** @param set release and set id, as {@link HubReading#sets} gives them; null where there is no grammar */
    static SetGrammar ofRelease(String set) {
        return GRAMMARS.get(set);
    }

    static CartridgeEngine cartridge(String setId) {
        return cartridge(grammar(setId));
    }

    static CartridgeEngine cartridge(SetGrammar grammar) {
        return LAST_USED.computeIfAbsent(grammar, g -> CartridgeEngine.of(g, CACHE));
    }
}
