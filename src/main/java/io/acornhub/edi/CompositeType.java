// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.List;

/** A composite element such as C001; the names of its components carry the place of use, so each use has its own. */
public record CompositeType(String id, String title, List<ElementUse> components, List<SyntaxRule> rules) {
    public CompositeType {
        components = List.copyOf(components);
        rules = List.copyOf(rules);
    }
}
