// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/** Asked once for every set by the reader; must be quick. */
@FunctionalInterface
public interface GrammarSource {
    GrammarAnswer grammar(GroupHeader group, String setId);
}
