// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.SetGrammar;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One engine a grammar or schema in the life of the process. Smooks makes its readers by itself, many of them, and their engines
 * are too dear to make with each. Whoever starts a bundle asks for its engine once, and the first document waits for nothing.
 */
public final class Cartridges {
    /** Where generated schemas go unless the caller says otherwise. */
    public static final Path DEFAULT_FOLDER = Path.of(System.getProperty("java.io.tmpdir"), "acorn-hub", "dfdl");
    private static final Map<SetGrammar, CartridgeEngine> BY_GRAMMAR = Collections.synchronizedMap(new WeakHashMap<>());
    private static final Map<Path, CartridgeEngine> BY_SCHEMA = new ConcurrentHashMap<>();

    private Cartridges() {
    }

    public static CartridgeEngine engine(SetGrammar grammar, Path cacheFolder) {
        return BY_GRAMMAR.computeIfAbsent(grammar, g -> CartridgeEngine.of(g, cacheFolder));
    }

    /** Over a hand-written schema, as it was when it was first asked for. */
    public static CartridgeEngine engine(Path schema) {
        return BY_SCHEMA.computeIfAbsent(schema.toAbsolutePath().normalize(), CartridgeEngine::of);
    }
}
