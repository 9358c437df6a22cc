// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.TemplateModelException;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.CodeLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the code list {@code hierarchies}: which levels the tree of a ship notice has.
 *
 * @param levels from the top; the first is the shipment
 * @param shared whether a package may stand below several orders, each time with its share
 * @param structure the code of the structure (X12 element 1005), null for none
 */
record HierarchyLayout(String name, List<Level> levels, boolean shared, String structure) {
    static final String LIST = "hierarchies";

    /** What a level stands for. */
    enum Kind { SHIPMENT, ORDER, PALLET, CARTON, ITEM }

    /** @param code HL03 */
    record Level(Kind kind, String code) {
    }

    boolean has(Kind kind) {
        return levels.stream().anyMatch(level -> level.kind() == kind);
    }

    /** The row of that name; for a row whose levels are names of others, those in its order. */
    static List<HierarchyLayout> of(Call call, String name) throws TemplateModelException {
        String levels = column(call, name, "levels").orElseThrow(() -> new MappingProblem(FaultCode.CODE_NOT_IN_LIST, null, name,
            "\"" + name + "\" is not in code list config/code-lists/" + LIST + ".csv; add a row with its levels, or name another in the"
                + " settings of the agreement"));
        if (levels.contains(":")) {
            return List.of(row(call, name, levels));
        }
        List<HierarchyLayout> choice = new ArrayList<>();
        for (String each : levels.split(" +")) {
            choice.addAll(of(call, each));
        }
        return choice;
    }

    private static HierarchyLayout row(Call call, String name, String levels) throws TemplateModelException {
        List<Level> found = new ArrayList<>();
        for (String level : levels.split(" +")) {
            String[] parts = level.split(":");
            try {
                found.add(new Level(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new TemplateModelException("config/code-lists/" + LIST + ".csv, row " + name + ": " + level
                    + " is no level; say one of " + List.of(Kind.values()) + " and its code, as in ORDER:O", e);
            }
        }
        return new HierarchyLayout(name, List.copyOf(found), column(call, name, "packages").filter("SHARED"::equals).isPresent(),
            column(call, name, "structure").orElse(null));
    }

    private static Optional<String> column(Call call, String name, String column) {
        CodeLists lists = call.codeLists();
        return lists.fromCanonical(LIST, column, name, call.owners()).filter(value -> !value.isBlank());
    }
}
