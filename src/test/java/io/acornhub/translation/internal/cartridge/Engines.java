// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.Grammars;
import io.acornhub.edi.SetGrammar;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Both engines over the grammars of the bundles; each schema is compiled once for all tests. */
final class Engines {
    static final Path CACHE = Path.of("target/dfdl");
    private static final Path BUNDLES = Path.of("edi-mappings/x12/004010");
    private static final Map<String, SetGrammar> GRAMMARS = new LinkedHashMap<>();

    static {
        grammar("850-purchase-order", "850");
        grammar("order-acknowledgment-855", "855");
        grammar("997-functional-acknowledgment", "997");
    }

    private Engines() {
    }

    private static void grammar(String bundle, String setId) {
        GRAMMARS.put(setId, Grammars.load(BUNDLES.resolve(bundle).resolve("grammar.xml"), setId, "004010"));
    }

    static SetGrammar grammar(String setId) {
        return GRAMMARS.get(setId);
    }

    static CartridgeEngine cartridge(String setId) {
        return Cartridges.engine(grammar(setId), CACHE);
    }
}
