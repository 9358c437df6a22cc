// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.acornhub.interchange.FaultCode;
import java.util.Map;
import java.util.Optional;

/** Functions over {@code config/code-lists}. */
final class Codes {
    private Codes() {
    }

    static void addTo(Functions functions) {
        functions.add("code", 3, 3, (call, a) -> code(call, a, true));
        functions.add("codeOrSame", 3, 3, (call, a) -> code(call, a, false));
        functions.add("encode", 3, 5, (call, a) -> encode(call, a));
        functions.add("spelled", 3, 3, (call, a) -> spelled(call, a));
    }

    private static TemplateModel code(Call call, Arguments a, boolean strict) throws TemplateModelException {
        String code = a.text(2).strip();
        if (code.isEmpty()) {
            return a.absent(2);
        }
        Optional<String> canonical = call.codeLists().toCanonical(a.text(0), a.text(1), code, call.owners());
        if (canonical.isPresent()) {
            return new SimpleScalar(canonical.get());
        }
        if (strict) {
            throw missing(call, a, code, "add a row with \"" + code + "\" in column " + a.text(1));
        }
        return (TemplateModel) a.get(2);
    }

    /** The code of the first of these canonical codes that the list has: encode(list, column, exact, general). */
    private static TemplateModel encode(Call call, Arguments a) throws TemplateModelException {
        for (int i = 2; i < a.size(); i++) {
            String canonical = a.text(i).strip();
            if (canonical.isEmpty()) {
                return a.absent(i);
            }
            Optional<String> code = call.codeLists().fromCanonical(a.text(0), a.text(1), canonical, call.owners());
            if (code.isPresent()) {
                return new SimpleScalar(code.get());
            }
        }
        String canonical = a.text(2).strip();
        throw missing(call, a, canonical,
            "add a row with \"" + canonical + "\" in column canonical and the code in column " + a.text(1));
    }

    /** As the list spells it, whatever the case of the letters; what it does not have stays as it is. */
    private static TemplateModel spelled(Call call, Arguments a) throws TemplateModelException {
        String said = a.text(2).strip();
        if (said.isEmpty() || call.codeLists().toCanonical(a.text(0), a.text(1), said, call.owners()).isPresent()) {
            return (TemplateModel) a.get(2);
        }
        for (Map<String, String> row : call.codeLists().rows(a.text(0), call.owners())) {
            if (said.equalsIgnoreCase(row.get(a.text(1)))) {
                return a.get(2) instanceof LeafModel leaf ? leaf.reading(row.get(a.text(1))) : new SimpleScalar(row.get(a.text(1)));
            }
        }
        return (TemplateModel) a.get(2);
    }

    private static MappingProblem missing(Call call, Arguments a, String code, String advice) throws TemplateModelException {
        StringBuilder files = new StringBuilder("config/code-lists/" + a.text(0) + ".csv");
        for (String owner : call.owners()) {
            files.append(" or config/code-lists/").append(owner).append('/').append(a.text(0)).append(".csv");
        }
        String reason = call.codeLists().exists(a.text(0))
            ? "\"" + code + "\" is not in code list " + files + "; " + advice
            : "code list " + files + " does not exist";
        return new MappingProblem(FaultCode.CODE_NOT_IN_LIST, a.place(2), code, reason);
    }
}
