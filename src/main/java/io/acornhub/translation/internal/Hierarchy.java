// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import io.acornhub.interchange.FaultCode;
import io.acornhub.translation.internal.HierarchyLayout.Kind;
import io.acornhub.translation.internal.HierarchyLayout.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of a ship notice as templates see it: its nodes in the order they are written, by the levels of a
 * {@link HierarchyLayout}. A level groups what lies below by order, pallet, carton or item, so that a new layout is a new row of the
 * code list and no code. The work is proportional to the parts of the shipment times the levels.
 */
final class Hierarchy implements TemplateHashModel, TemplateSequenceModel {
    private static final String NONE = "";
    private final HierarchyLayout layout;
    private final List<HierarchyNode> nodes = new ArrayList<>();
    private final Map<Kind, Map<String, Integer>> packages = new HashMap<>();
    private int steps;

    private Hierarchy(HierarchyLayout layout, List<Placement> placements) {
        this.layout = layout;
        level(0, placements, null);
    }

    static void addTo(Functions functions) {
        functions.add("hierarchy", 2, 2, (call, a) -> {
            if (!(a.get(0) instanceof BranchModel document)) {
                throw new TemplateModelException("hierarchy: the first argument must be a shipment notice");
            }
            return of(document, HierarchyLayout.of(call, a.text(1)));
        });
    }

    /** By the first of the layouts that fits the shipment. */
    static Hierarchy of(BranchModel document, List<HierarchyLayout> layouts) throws TemplateModelException {
        List<Placement> placements = Placements.of(document);
        MappingProblem misfit = null;
        for (HierarchyLayout layout : layouts) {
            boolean wanting = layouts.size() > 1 && layout.has(Kind.PALLET) && placements.stream().allMatch(p -> p.pallet() == null);
            misfit = wanting ? misfit : misfit(layout, placements);
            if (!wanting && misfit == null) {
                return new Hierarchy(layout, placements);
            }
        }
        throw misfit != null ? misfit : new MappingProblem(FaultCode.OUTGOING_INVALID, document.place(), null,
            "none of the hierarchies " + layouts.stream().map(HierarchyLayout::name).toList() + " fits the shipment");
    }

    /** A package with goods of two orders, where the layout has none such; null if all fits. */
    private static MappingProblem misfit(HierarchyLayout layout, List<Placement> placements) {
        Map<String, String> orders = new HashMap<>();
        for (Level level : layout.levels()) {
            for (Placement placement : placements) {
                BranchModel pack = layout.shared() ? null : pack(layout, level.kind(), placement);
                String other = pack == null ? null : orders.putIfAbsent(Placement.number(pack), placement.order());
                if (other != null && !other.equals(placement.order())) {
                    return new MappingProblem(FaultCode.OUTGOING_INVALID, pack.place(), Placement.number(pack), "package "
                        + Placement.number(pack) + " holds goods of the orders " + other + " and " + placement.order()
                        + ", which the hierarchy " + layout.name() + " cannot show; agree one that "
                        + "repeats the package below each order, such as consolidated");
                }
            }
        }
        return null;
    }

    /** What holds the goods is the carton, unless it is a pallet that has a level of its own. */
    private static BranchModel pack(HierarchyLayout layout, Kind kind, Placement placement) {
        if (kind == Kind.PALLET) {
            return placement.pallet();
        }
        boolean own = kind == Kind.CARTON && !(layout.has(Kind.PALLET) && placement.holder() == placement.pallet());
        return own ? placement.holder() : null;
    }

    private void level(int depth, List<Placement> here, String parent) {
        if (depth == layout.levels().size()) {
            return;
        }
        Level level = layout.levels().get(depth);
        Map<String, List<Placement>> groups = new LinkedHashMap<>();
        for (Placement placement : here) {
            steps++;
            groups.computeIfAbsent(key(level.kind(), placement), key -> new ArrayList<>()).add(placement);
        }
        groups.forEach((key, group) -> {
            if (key.equals(NONE)) {
                level(depth + 1, group, parent);
                return;
            }
            String id = Integer.toString(nodes.size() + 1);
            BranchModel pack = pack(layout, level.kind(), group.get(0));
            nodes.add(new HierarchyNode(id, parent, level, group, pack));
            if (pack != null) {
                packages.computeIfAbsent(level.kind(), kind -> new HashMap<>()).merge(key, 1, Integer::sum);
            }
            level(depth + 1, group, id);
        });
    }

    private String key(Kind kind, Placement placement) {
        return switch (kind) {
            case SHIPMENT -> "shipment";
            case ORDER -> placement.order();
            case ITEM -> placement.sameness();
            case PALLET, CARTON -> {
                String number = Placement.number(pack(layout, kind, placement));
                yield number == null ? NONE : number;
            }
        };
    }

    /** Placements handled, at all levels together. */
    int steps() {
        return steps;
    }

    HierarchyLayout layout() {
        return layout;
    }

    @Override
    public TemplateModel get(String key) {
        return switch (key) {
            case "name" -> new SimpleScalar(layout.name());
            case "structure" -> layout.structure() == null ? null : new SimpleScalar(layout.structure());
            case "pallets" -> new SimpleNumber(packages.getOrDefault(Kind.PALLET, Map.of()).size());
            case "cartons" -> new SimpleNumber(packages.getOrDefault(Kind.CARTON, Map.of()).size());
            default -> null;
        };
    }

    @Override
    public HierarchyNode get(int index) {
        return index < 0 || index >= nodes.size() ? null : nodes.get(index);
    }

    @Override
    public int size() {
        return nodes.size();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
