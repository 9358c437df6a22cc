// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions over the rows of a flat file, where what is said of a whole is repeated in each of its rows. */
final class RowFunctions {
    private RowFunctions() {
    }

    static void addTo(Functions functions) {
        functions.add("grouped", 2, 9, (call, a) -> grouped(a));
        functions.add("same", 2, 2, (call, a) -> same(a));
        functions.add("sum", 2, 2, (call, a) -> sum(a));
        functions.add("key", 2, 9, (call, a) -> new SimpleScalar(key(rows(a).get(0), a)));
    }

    /** Lists of rows that have the same values in these columns, in the order in which they begin. */
    private static TemplateModel grouped(Arguments a) throws TemplateModelException {
        SimpleSequence lists = new SimpleSequence((ObjectWrapper) null);
        Map<String, List<Node>> groups = new LinkedHashMap<>();
        for (Node row : rows(a)) {
            groups.computeIfAbsent(key(row, a), key -> new ArrayList<>()).add(row);
        }
        groups.values().forEach(rows -> lists.add(new BranchModel(rows, place(a, rows.get(0)))));
        return lists;
    }

    /** The value of a column, which must be the same in all rows; rows without one do not differ. */
    private static TemplateModel same(Arguments a) throws TemplateModelException {
        String column = a.text(1);
        Node first = null;
        for (Node row : rows(a)) {
            Node cell = row.child(column);
            if (first == null) {
                first = cell;
            } else if (cell != null && !cell.text().equals(first.text())) {
                throw new MappingProblem(FaultCode.VALUE_UNREADABLE, cell(a, row, cell), cell.text(), "\"" + cell.text()
                    + "\" differs from \"" + first.text() + "\" in row " + first.position() + "; both must say the same");
            }
        }
        if (first == null) {
            return rows(a).isEmpty() ? a.absent(0) : TreeModel.below(rows(a).get(0), place(a, rows(a).get(0)), column);
        }
        return new LeafModel(List.of(first), new Place(new Place(a.place(0).parent(), a.place(0).name(), 0, first.position()), column, 0,
            first.position()));
    }

    /** The total of a column; a fault for a row that has no number there. */
    private static TemplateModel sum(Arguments a) throws TemplateModelException {
        BigDecimal total = BigDecimal.ZERO;
        for (Node row : rows(a)) {
            String text = row.value(a.text(1));
            Place place = new Place(place(a, row), a.text(1), 0, row.position());
            if (text == null) {
                throw new MappingProblem(FaultCode.VALUE_MISSING, place, null, "a number is required and is not there");
            }
            try {
                total = total.add(new BigDecimal(text));
            } catch (NumberFormatException e) {
                throw new MappingProblem(FaultCode.VALUE_UNREADABLE, place, text, "\"" + text + "\" is not a number");
            }
        }
        return new SimpleNumber(total);
    }

    /** The values of the columns, joined; what is not there is left out at the end only. */
    private static String key(Node row, Arguments a) throws TemplateModelException {
        StringBuilder key = new StringBuilder();
        for (int i = 1; i < a.size(); i++) {
            String value = row.value(a.text(i));
            key.append(i > 1 ? "/" : "").append(value == null ? "" : value);
        }
        return key.toString().replaceFirst("/+$", "");
    }

    private static List<Node> rows(Arguments a) throws TemplateModelException {
        if (a.get(0) instanceof BranchModel rows) {
            return rows.all();
        }
        if (a.get(0) instanceof AbsentModel) {
            return List.of();
        }
        throw new TemplateModelException("the first argument must be rows");
    }

    private static Place place(Arguments a, Node row) {
        return new Place(a.place(0).parent(), a.place(0).name(), 0, row.position());
    }

    private static Place cell(Arguments a, Node row, Node cell) {
        return new Place(place(a, row), cell.name(), 0, row.position());
    }
}
