// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.CodeLists;
import io.acornhub.translation.internal.BodySchema;
import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.CanonicalDocuments;
import io.acornhub.translation.internal.CompiledBundle;
import io.acornhub.translation.internal.Outgoing;
import io.acornhub.translation.internal.Rendered;
import io.acornhub.translation.internal.SmooksEndpoints;
import io.acornhub.translation.internal.Warmup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;

/**
 * Documents through mapping bundles, both ways. Every bundle is a camel-smooks endpoint over its {@code smooks-config.xml},
 * built by {@link #start()} before the first document. Safe for use by many threads.
 */
public final class Translation {
    private final BundleCatalog catalog;
    private final CodeLists codeLists;
    private final SmooksEndpoints endpoints;
    private final CanonicalDocuments documents;

    /** @param camel the hub's own context; the CLI and tests hand in a small one */
    public Translation(CamelContext camel, BundleCatalog catalog, CodeLists codeLists) {
        this.catalog = catalog;
        this.codeLists = codeLists;
        this.endpoints = new SmooksEndpoints(camel);
        this.documents = new CanonicalDocuments(catalog.schemas());
    }

    /**
     * Builds every bundle's Smooks and sends its first sample through it; a bundle whose config does not build is a problem,
     * named by {@link #problems()}. Without it a bundle is built with its first document.
     */
    public void start() {
        for (Bundle bundle : catalog.bundles()) {
            if (bundle.direction() != BundleDirection.ACKNOWLEDGMENT && endpoints.start(bundle)) {
                Warmup.run(this, bundle);
            }
        }
    }

    /** What {@link BundleCatalog#problems()} says, and what Smooks says to the configs. */
    public List<String> problems() {
        List<String> all = new ArrayList<>(catalog.problems());
        all.addAll(endpoints.problems());
        return all;
    }

    /**
     * All documents of an input: a whole X12 interchange or a slice of it (ISA, GS, ST to SE), an IDoc file or one IDoc.
     *
     * @throws FaultException the first document's fault: a {@link MappingFault}, or what the reader found wrong
     */
    public List<CanonicalText> toCanonical(String bundleId, byte[] input, TranslationContext context) {
        List<CanonicalText> texts = new ArrayList<>(1);
        for (Translated each : eachToCanonical(bundleId, input, context)) {
            if (each.fault() != null) {
                throw each.fault();
            }
            texts.add(each.text());
        }
        return texts;
    }

    /** As {@link #toCanonical}, but a document that cannot be mapped does not keep the others from it. */
    public List<Translated> eachToCanonical(String bundleId, byte[] input, TranslationContext context) {
        CompiledBundle bundle = ready(bundleId, BundleDirection.TO_CANONICAL);
        List<Rendered> rendered = endpoints.call(new Call(bundle, context, codeLists), input);
        List<Translated> translated = new ArrayList<>(rendered.size());
        for (Rendered each : rendered) {
            translated.add(translated(bundle, each, translated.size() + 1));
        }
        return translated;
    }

    private Translated translated(CompiledBundle bundle, Rendered rendered, int position) {
        if (rendered.fault() != null) {
            return new Translated(position, rendered.control(), null, rendered.fault());
        }
        try {
            String json = documents.normalised(bundle.bundle(), rendered.text());
            CanonicalText text = new CanonicalText(bundle.bundle().canonical(), json, rendered.control());
            return new Translated(position, rendered.control(), text, null);
        } catch (MappingFault fault) {
            return new Translated(position, rendered.control(), null, fault);
        }
    }

    /**
     * The tree of an outgoing document: the body of an X12 set from the segment after ST to the one before SE, or an IDoc with
     * its control record. The writers of {@code edi} and {@code idoc} make bytes of it.
     *
     * @throws MappingFault where the JSON is not the bundle's canonical document or cannot be mapped
     */
    public Node fromCanonical(String bundleId, String canonicalJson, TranslationContext context) {
        CompiledBundle bundle = ready(bundleId, BundleDirection.FROM_CANONICAL);
        needed(bundle, !bundle.bundle().writesJson(), "writes JSON, no tree of segments");
        return Outgoing.tree(bundle.bundle(), written(bundle, canonicalJson, context));
    }

    /**
     * The bytes of an outgoing JSON document such as the body of a request, in UTF-8, checked by the bundle's {@code schema.json}.
     *
     * @throws MappingFault where the JSON is not the bundle's canonical document or cannot be mapped, and OUTGOING_INVALID with
     *         the JSON path of everything that the receiver would not take
     */
    public byte[] jsonFromCanonical(String bundleId, String canonicalJson, TranslationContext context) {
        CompiledBundle bundle = ready(bundleId, BundleDirection.FROM_CANONICAL);
        needed(bundle, bundle.bundle().writesJson(), "writes no JSON");
        return ((BodySchema) bundle.grammar()).body(written(bundle, canonicalJson, context));
    }

    /**
     * What the bundle's {@code schema.json} says of a body that somebody else made.
     *
     * @return OUTGOING_INVALID for everything that its receiver would not take, with the JSON path; JSON_UNREADABLE for no JSON
     */
    public List<Fault> bodyFaults(String bundleId, byte[] body) {
        CompiledBundle bundle = ready(bundleId, BundleDirection.FROM_CANONICAL);
        needed(bundle, bundle.bundle().writesJson(), "writes no JSON");
        return ((BodySchema) bundle.grammar()).faults(body);
    }

    private String written(CompiledBundle bundle, String canonicalJson, TranslationContext context) {
        documents.check(bundle.bundle(), canonicalJson);
        byte[] input = canonicalJson.getBytes(StandardCharsets.UTF_8);
        Rendered rendered = endpoints.call(new Call(bundle, context, codeLists), input).get(0);
        if (rendered.fault() != null) {
            throw rendered.fault();
        }
        return rendered.text();
    }

    private static void needed(CompiledBundle bundle, boolean holds, String butIs) {
        if (!holds) {
            throw new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING, "mapping bundle " + bundle.bundle().id() + " " + butIs
                + "; name another in the agreement"));
        }
    }

    private CompiledBundle ready(String bundleId, BundleDirection direction) {
        CompiledBundle bundle = catalog.ready(bundleId);
        if (bundle.bundle().direction() != direction) {
            throw new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING, "mapping bundle " + bundleId + " is "
                + bundle.bundle().direction().key() + ", not " + direction.key()));
        }
        return bundle;
    }
}
