// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import io.acornhub.translation.internal.HierarchyLayout.Level;
import java.math.BigDecimal;
import java.util.List;

/**
 * A node of a {@link Hierarchy}.
 *
 * @param id HL01, counted from one
 * @param parent HL02; null at the top
 * @param placements all that lies in or below it
 * @param pack the pallet or carton it stands for; null at other levels
 */
record HierarchyNode(String id, String parent, Level level, List<Placement> placements, BranchModel pack)
        implements TemplateHashModel {

    @Override
    public TemplateModel get(String key) {
        Placement first = placements.get(0);
        return switch (key) {
            case "id" -> new SimpleScalar(id);
            case "parent" -> new SimpleScalar(parent == null ? "" : parent);
            case "level" -> new SimpleScalar(level.kind().name());
            case "code" -> new SimpleScalar(level.code());
            case "package" -> pack == null ? new AbsentModel(first.content().place()) : pack;
            case "item" -> first.item();
            case "quantity" -> new SimpleNumber(quantity());
            case "unit" -> TreeModel.below(first.content().node(), first.content().place(), "quantity") instanceof BranchModel quantity
                ? quantity.get("unit") : new AbsentModel(first.content().place());
            case "lot", "expiry" -> first.said(key);
            default -> null;
        };
    }

    private BigDecimal quantity() {
        return placements.stream().map(p -> p.content().node().value("quantity/amount")).filter(a -> a != null).map(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
