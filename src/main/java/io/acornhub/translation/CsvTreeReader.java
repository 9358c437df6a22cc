// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.SourceDocument;
import io.acornhub.translation.internal.TreeReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.SAXException;

/**
 * Smooks reader of CSV files: one element {@code csv} for all rows, or where the bundle says {@code group} for those that have the
 * same value in that column. Templates see {@code csv.row}, and in a row its cells by column.
 */
public final class CsvTreeReader extends TreeReader {
    public CsvTreeReader() {
        super("csv");
    }

    @Override
    protected void read(byte[] input, Call call) throws IOException, SAXException {
        CsvFile file = CsvFile.read(input, call.context().settings(), firstRow(call.context().source()));
        for (Map.Entry<String, List<CsvFile.Row>> group : groups(file, call.bundle().bundle()).entrySet()) {
            Node tree = Node.branch("csv", 0);
            for (CsvFile.Row row : group.getValue()) {
                Node branch = tree.add(Node.branch("row", row.number()));
                row.values().forEach((column, value) -> branch.add(Node.leaf(column, value, row.number())));
            }
            found(new SourceDocument("csv", tree, new ControlData(null, null, group.getKey())));
        }
    }

    /** Of a part of a file the hub says, as number of the group, which row it begins with. */
    private static int firstRow(ControlData source) {
        return source.group() != null && source.group().matches("\\d{1,9}") ? Integer.parseInt(source.group()) : 2;
    }

    /**
     * The rows by document, in the order in which documents begin.
     *
     * @throws MappingFault where the column that tells documents apart is not there or a row has nothing in it
     */
    public static Map<String, List<CsvFile.Row>> groups(CsvFile file, Bundle bundle) {
        String column = bundle.group();
        if (column == null) {
            return Map.of("", file.rows());
        }
        if (!file.columns().contains(column)) {
            throw new MappingFault(Fault.onPath(FaultCode.CSV_UNREADABLE, "row 1", null, "row 1: there is no column " + column
                + ", which tells the documents apart; there are " + file.columns()));
        }
        Map<String, List<CsvFile.Row>> groups = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (CsvFile.Row row : file.rows()) {
            String value = row.values().get(column);
            if (value == null) {
                String place = "row " + row.number() + ", column " + column;
                faults.add(Fault.onPath(FaultCode.VALUE_MISSING, place, null,
                    place + ": a value is required, it tells the documents apart"));
            } else {
                groups.computeIfAbsent(value, key -> new ArrayList<>()).add(row);
            }
        }
        if (!faults.isEmpty()) {
            throw new MappingFault(faults);
        }
        return groups;
    }
}
