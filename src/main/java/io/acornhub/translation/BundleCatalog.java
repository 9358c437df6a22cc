// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.edi.SetGrammar;
import io.acornhub.idoc.IdocLayoutException;
import io.acornhub.idoc.IdocLayouts;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.translation.internal.BundleCompiler;
import io.acornhub.translation.internal.BundleFolders;
import io.acornhub.translation.internal.CompiledBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every mapping bundle below {@code edi-mappings}, overlays resolved, templates, grammars and layouts parsed. Read once at
 * start; a bundle that does not compile is a problem with file, line and reason, and the others work.
 */
public final class BundleCatalog {
    private final Path folder;
    private final Map<String, CompiledBundle> compiled = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final CanonicalSchemas schemas;
    private final IdocLayouts layouts;

    private BundleCatalog(Path folder) {
        this.folder = folder;
        schemas = new CanonicalSchemas(folder.resolve("canonical"));
        problems.addAll(schemas.problems());
        layouts = layouts();
        BundleFolders found = new BundleFolders(folder);
        problems.addAll(found.problems());
        BundleCompiler compiler = new BundleCompiler(folder.getFileName().toString(), layouts, problems::add);
        found.bundles().forEach((id, bundle) -> {
            CompiledBundle ready = compiler.compile(bundle);
            if (ready != null) {
                compiled.put(id, ready);
            }
        });
    }

    /** @param folder {@code edi-mappings} */
    public static BundleCatalog load(Path folder) {
        return new BundleCatalog(folder.toAbsolutePath().normalize());
    }

    private IdocLayouts layouts() {
        try {
            return IdocLayouts.load(folder.resolve("idoc"));
        } catch (IdocLayoutException e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    public List<Bundle> bundles() {
        return compiled.values().stream().map(CompiledBundle::bundle).toList();
    }

    /** Everything that is wrong, each as {@code file:line: text}; a bundle with a problem is not among {@link #bundles()}. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    public Optional<Bundle> find(String id) {
        return Optional.ofNullable(compiled.get(id)).map(CompiledBundle::bundle);
    }

    /** @throws MappingFault AGREEMENT_MISSING where no such bundle works */
    public Bundle bundle(String id) {
        return ready(id).bundle();
    }

    /** The grammar of an X12 bundle, to validate and write its set by. */
    public SetGrammar grammar(String id) {
        return (SetGrammar) ready(id).grammar();
    }

    /** Layouts of all IDoc types; null where they cannot be used, see {@link #problems()}. */
    public IdocLayouts idocLayouts() {
        return layouts;
    }

    public CanonicalSchemas schemas() {
        return schemas;
    }

    CompiledBundle ready(String id) {
        CompiledBundle bundle = compiled.get(id);
        if (bundle == null) {
            List<String> why = problems.stream().filter(problem -> problem.contains(String.valueOf(id))).toList();
            throw new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING, "there is no working mapping bundle " + id + " in "
                + folder.getFileName() + (why.isEmpty() ? "" : ": " + String.join("; ", why))));
        }
        return bundle;
    }
}
