// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.core.Environment;
import io.acornhub.interchange.FaultException;
import io.acornhub.partner.CodeLists;
import io.acornhub.translation.ControlData;
import io.acornhub.translation.TranslationContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.smooks.api.ExecutionContext;

/**
 * One call of {@code Translation}: what the readers, visitors and functions of a bundle need, carried through camel-smooks
 * in a header of the exchange, and what they made.
 */
public final class Call {
    /** The exchange header; camel-smooks puts the exchange into Smooks' execution context. */
    public static final String HEADER = "AcornTranslationCall";

    private final CompiledBundle bundle;
    private final TranslationContext context;
    private final CodeLists codeLists;
    private final String[] owners;
    private final List<Rendered> rendered = new ArrayList<>(1);

    public Call(CompiledBundle bundle, TranslationContext context, CodeLists codeLists) {
        this.bundle = bundle;
        this.context = context;
        this.codeLists = codeLists;
        this.owners = context.codeListOwners().toArray(String[]::new);
    }

    /** The call a Smooks reader or visitor works for. */
    public static Call of(ExecutionContext execution) {
        for (Object value : execution.getAll().values()) {
            if (value instanceof Exchange exchange) {
                Call call = exchange.getMessage().getHeader(HEADER, Call.class);
                if (call != null) {
                    return call;
                }
            }
        }
        throw new IllegalStateException("the bundle's smooks-config.xml runs only through the bean translation,"
            + " which says which partner it maps for");
    }

    static Call of(Environment environment) {
        return (Call) environment.getCustomState(Call.class);
    }

    public CompiledBundle bundle() {
        return bundle;
    }

    public TranslationContext context() {
        return context;
    }

    CodeLists codeLists() {
        return codeLists;
    }

    String[] owners() {
        return owners;
    }

    /** A document that cannot be mapped for what it is. */
    public void refuse(ControlData control, FaultException fault) {
        rendered.add(new Rendered(control, null, fault));
    }

    public List<Rendered> rendered() {
        return rendered;
    }
}
