// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.edi.EnvelopeWriter;
import io.acornhub.edi.FunctionalGroups;
import io.acornhub.edi.OutgoingEnvelope;
import io.acornhub.edi.OutgoingGroup;
import io.acornhub.edi.OutgoingSet;
import io.acornhub.idoc.IdocForm;
import io.acornhub.idoc.IdocWriter;
import io.acornhub.idoc.IdocWriting;
import io.acornhub.infoset.Node;
import io.acornhub.partner.CodeLists;
import io.acornhub.partner.Identifiers.Identifier;
import io.acornhub.partner.Separators;
import io.acornhub.partner.internal.ConfigurationReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;

/** Translation as the CLI has it: a small Camel context, no Spring, the project's own folders or copies of them. */
final class TranslationKit implements AutoCloseable {
    static final Path MAPPINGS = Path.of("edi-mappings");
    static final Path CONFIG = Path.of("config");
    private static final long CONTROL_NUMBER = 302;

    final BundleCatalog catalog;
    final Translation translation;
    private final DefaultCamelContext camel = new DefaultCamelContext();

    TranslationKit(Path mappings, Path config) {
        camel.start();
        catalog = BundleCatalog.load(mappings);
        translation = new Translation(camel, catalog, codeLists(config));
        translation.start();
    }

    static TranslationKit ofProject() {
        return new TranslationKit(MAPPINGS, CONFIG);
    }

    private static CodeLists codeLists(Path config) {
        try {
            return new ConfigurationReader(config, name -> "").codeLists();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything the bundle makes of the sample: one canonical document a line, or the bytes its writer gives. */
    String run(Bundle bundle, BundleSamples.Sample sample) {
        TranslationContext context = new BundleSamples(bundle).context(sample);
        byte[] input = bytes(sample.input());
        if (bundle.direction() == BundleDirection.TO_CANONICAL) {
            return translation.toCanonical(bundle.id(), input, context).stream().map(CanonicalText::json)
                .collect(Collectors.joining("\n"));
        }
        if (bundle.writesJson()) {
            return new String(translation.jsonFromCanonical(bundle.id(), text(sample.input()), context), StandardCharsets.UTF_8);
        }
        Node tree = translation.fromCanonical(bundle.id(), new String(input, StandardCharsets.UTF_8), context);
        return bundle.format().equals("x12") ? x12(bundle, tree, context) : idocXml(tree);
    }

    String x12(Bundle bundle, Node tree, TranslationContext context) {
        String version = bundle.release().equals("005010") ? "00501" : "00400";
        OutgoingEnvelope envelope = new OutgoingEnvelope(new Identifier("ZZ", "ACMEVENDOR", "ACMEVENDOR"),
            new Identifier("ZZ", "AMAZON", "AMAZON"), "P", version, CONTROL_NUMBER, false, context.created(), ZoneOffset.UTC,
            new Separators('*', '>', '^', '~', true));
        OutgoingGroup group = new OutgoingGroup(FunctionalGroups.of(bundle.message()), bundle.release(), CONTROL_NUMBER,
            List.of(new OutgoingSet(catalog.grammar(bundle.id()), "0001", tree)));
        return new String(new EnvelopeWriter().interchange(envelope, List.of(group)), StandardCharsets.UTF_8);
    }

    private String idocXml(Node tree) {
        IdocWriting xml = new IdocWriting(IdocForm.XML, StandardCharsets.UTF_8, IdocWriting.LineEnd.LF, IdocWriting.Width.FULL);
        return new String(new IdocWriter(catalog.idocLayouts(), xml).write(tree), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
