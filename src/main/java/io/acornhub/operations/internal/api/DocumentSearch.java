// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.Documents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds documents by what a person has at hand. Every part of the query meets an index. */
@Component
class DocumentSearch {
    // An IDoc number has 16 digits, the longest of the numbers that are written with leading zeros.
    private static final int LONGEST_NUMBER = 16;

    /**
     * @param key PO number, vendor code, control number, IDoc number, file name, document or interchange id; null for all
     * @param before only documents older than this id
     */
    record Query(String key, String state, String partner, String message, String before, int limit) {
    }

    private final Documents documents;

    DocumentSearch(Documents documents) {
        this.documents = documents;
    }

    /** Newest first. */
    List<Document> find(Query query) {
        StringBuilder where = new StringBuilder("where 1 = 1");
        List<Object> arguments = new ArrayList<>();
        if (query.key() != null) {
            byKey(query.key().strip(), where, arguments);
        }
        equal("state", query.state(), where, arguments);
        equal("partner", query.partner(), where, arguments);
        equal("message", query.message(), where, arguments);
        if (query.before() != null) {
            where.append(" and id < ?");
            arguments.add(query.before());
        }
        where.append(" order by id desc fetch first ").append(query.limit()).append(" rows only");
        return documents.select(where.toString(), arguments.toArray());
    }

    private static void byKey(String key, StringBuilder where, List<Object> arguments) {
        Set<String> forms = forms(key);
        String in = " in (" + String.join(",", Collections.nCopies(forms.size(), "?")) + ")";
        List<String> byForms = new ArrayList<>(List.of("select document_id from document_key where key_value" + in,
            "select id from document where business_key" + in, "select id from document where group_control" + in,
            "select id from document where set_control" + in));
        for (String side : List.of("interchange_id", "outgoing_id")) {
            String join = "select d.id from document d join interchange i on d." + side + " = i.id where i.";
            byForms.add(join + "control_number" + in);
            byForms.add(join + "file_name" + in);
        }
        List<String> byId = List.of("select id from document where id = ?", "select id from document where interchange_id = ?",
            "select id from document where outgoing_id = ?");
        where.append(" and id in (").append(String.join(" union ", byForms)).append(" union ")
            .append(String.join(" union ", byId)).append(")");
        byForms.forEach(part -> arguments.addAll(forms));
        arguments.addAll(Collections.nCopies(byId.size(), key.toUpperCase(Locale.ROOT)));
    }

    /** The key as it is, in capitals, and for a number with every count of leading zeros. */
    static Set<String> forms(String key) {
        Set<String> forms = new LinkedHashSet<>(List.of(key, key.toUpperCase(Locale.ROOT)));
        if (key.length() <= LONGEST_NUMBER && key.chars().allMatch(c -> c >= '0' && c <= '9')) {
            String number = key.replaceFirst("^0+(?=.)", "");
            for (int zeros = 0; number.length() + zeros <= LONGEST_NUMBER; zeros++) {
                forms.add("0".repeat(zeros) + number);
            }
        }
        return forms;
    }

    private static void equal(String column, String value, StringBuilder where, List<Object> arguments) {
        if (value != null) {
            where.append(" and ").append(column).append(" = ?");
            arguments.add(value);
        }
    }
}
