// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import io.acornhub.edi.Grammars;
import io.acornhub.edi.SetGrammar;
import io.acornhub.idoc.IdocLayouts;
import io.acornhub.interchange.FaultException;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleDirection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Parses what a bundle consists of, so that the first document pays nothing and a broken file is known at start. */
public final class BundleCompiler {
    private final String root;
    private final IdocLayouts layouts;
    private final Consumer<String> problems;

    /**
     * @param root the folder of all bundles, as problems name it
     * @param layouts null where they could not be read
     */
    public BundleCompiler(String root, IdocLayouts layouts, Consumer<String> problems) {
        this.root = root;
        this.layouts = layouts;
        this.problems = problems;
    }

    /** @return null for a bundle with a problem */
    public CompiledBundle compile(Bundle bundle) {
        SetGrammar grammar = null;
        if (bundle.format().equals("x12")) {
            grammar = grammar(bundle);
            if (grammar == null) {
                return null;
            }
        } else if (bundle.format().equals("idoc") && (layouts == null || layouts.type(bundle.release()).isEmpty())) {
            problem(bundle, "mapping.yaml:1: there is no layout of IDoc type " + bundle.release() + " ("
                + root + "/idoc/" + bundle.release().toLowerCase(Locale.ROOT) + "/layout.yaml)");
            return null;
        }
        if (bundle.direction() == BundleDirection.ACKNOWLEDGMENT) {
            return new CompiledBundle(bundle, null, grammar);
        }
        List<String> config = SmooksConfigs.problems(bundle);
        if (!config.isEmpty()) {
            config.forEach(found -> problem(bundle, found));
            return null;
        }
        try {
            Object needed = bundle.writesJson() ? new BodySchema(bundle) : grammar == null ? layouts : grammar;
            return new CompiledBundle(bundle, new BundleTemplates(bundle).compile(bundle.template()), needed);
        } catch (CompileException e) {
            problem(bundle, e.getMessage());
            return null;
        }
    }

    private SetGrammar grammar(Bundle bundle) {
        if (bundle.grammar() == null) {
            problem(bundle, "mapping.yaml:1: an X12 bundle needs a grammar.xml");
            return null;
        }
        try {
            return Grammars.load(bundle.grammar(), bundle.message(), bundle.release());
        } catch (FaultException e) {
            e.faults().forEach(fault -> problem(bundle, "grammar.xml:1: " + fault.inWords()));
            return null;
        }
    }

    private void problem(Bundle bundle, String text) {
        problems.accept(root + "/" + bundle.id() + "/" + text);
    }
}
