// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.TemplateModelException;
import io.acornhub.interchange.FaultCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds where every part of a shipment notice lies: in which package, on which pallet. Each package is looked at once. */
final class Placements {
    private final Map<String, BranchModel> items;
    private final Map<String, BranchModel> packages;
    private final Map<String, BranchModel> pallets = new HashMap<>();

    private Placements(BranchModel document) {
        items = byNumber(document, "items", "itemNo");
        packages = byNumber(document, "packages", "packageNo");
    }

    static List<Placement> of(BranchModel document) throws TemplateModelException {
        return new Placements(document).find(document);
    }

    private static Map<String, BranchModel> byNumber(BranchModel document, String list, String number) {
        Map<String, BranchModel> found = new HashMap<>();
        if (document.get(list) instanceof BranchModel all) {
            for (int i = 0; i < all.size(); i++) {
                BranchModel each = (BranchModel) all.get(i);
                found.put(each.node().value(number), each);
            }
        }
        return found;
    }

    private List<Placement> find(BranchModel document) throws TemplateModelException {
        List<Placement> placements = new ArrayList<>();
        if (document.get("packages") instanceof BranchModel all) {
            for (int i = 0; i < all.size(); i++) {
                contents((BranchModel) all.get(i), placements);
            }
        } else if (document.get("items") instanceof BranchModel all) {
            for (int i = 0; i < all.size(); i++) {
                BranchModel item = (BranchModel) all.get(i);
                placements.add(new Placement(item, null, null, item));
            }
        }
        return placements;
    }

    private void contents(BranchModel holder, List<Placement> placements) throws TemplateModelException {
        if (!(holder.get("contents") instanceof BranchModel all)) {
            return;
        }
        BranchModel pallet = pallet(holder);
        for (int i = 0; i < all.size(); i++) {
            BranchModel content = (BranchModel) all.get(i);
            String number = content.node().value("itemNo");
            BranchModel item = items.get(number);
            if (item == null) {
                throw new MappingProblem(FaultCode.VALUE_UNREADABLE, ((TreeModel) content.get("itemNo")).place(), number, "package "
                    + Placement.number(holder) + " holds item " + number + ", which the notice does not have");
            }
            placements.add(new Placement(item, holder, pallet, content));
        }
    }

    /** The pallet a package stands on, or the package itself; known once for all cartons of a pallet. */
    private BranchModel pallet(BranchModel from) throws TemplateModelException {
        Set<String> way = new HashSet<>();
        BranchModel at = from;
        while (at != null && !"PALLET".equals(at.node().value("kind"))) {
            String number = Placement.number(at);
            if (pallets.containsKey(number)) {
                at = pallets.get(number);
                break;
            }
            if (!way.add(number)) {
                throw new MappingProblem(FaultCode.VALUE_UNREADABLE, at.place(), number, "package " + number + " lies in itself");
            }
            at = parent(at);
        }
        for (String number : way) {
            pallets.put(number, at);
        }
        return at;
    }

    private BranchModel parent(BranchModel pack) throws TemplateModelException {
        String number = pack.node().value("parentNo");
        if (number == null) {
            return null;
        }
        BranchModel parent = packages.get(number);
        if (parent == null) {
            throw new MappingProblem(FaultCode.VALUE_UNREADABLE, ((TreeModel) pack.get("parentNo")).place(), number, "package "
                + Placement.number(pack) + " lies in package " + number + ", which the notice does not have");
        }
        return parent;
    }
}
