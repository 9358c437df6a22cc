// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.Optional;

/** The grammars of the mapping bundles that are loaded. */
@FunctionalInterface
public interface GrammarProvider {
    /** @param bundle id as an {@link io.acornhub.partner.Agreement} names it */
    Optional<SetGrammar> grammar(String bundle);
}
