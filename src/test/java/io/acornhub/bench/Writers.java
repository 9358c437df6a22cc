// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.EnvelopeWriter;
import io.acornhub.edi.FunctionalGroups;
import io.acornhub.edi.GrammarAnswer;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.OutgoingEnvelope;
import io.acornhub.edi.OutgoingGroup;
import io.acornhub.edi.OutgoingSet;
import io.acornhub.edi.SetGrammar;
import io.acornhub.edi.TransactionSet;
import io.acornhub.edi.X12Handler;
import io.acornhub.edi.X12Reader;
import io.acornhub.infoset.Node;
import io.acornhub.partner.Identifiers.Identifier;
import io.acornhub.partner.Separators;
import io.acornhub.partner.internal.ConfigurationReader;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleCatalog;
import io.acornhub.translation.Translation;
import io.acornhub.translation.TranslationContext;
import io.acornhub.translation.internal.cartridge.CartridgeEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.CamelContext;

/** Both ways of writing an outgoing document, and of reading what was written. */
final class Writers {
    static final String PARSER = "edi:parser to a tree, structure only";
    static final String UNPARSER = "same template, tree through edi:unparser";
    private static final Path MAPPINGS = Path.of("edi-mappings");
    private static final Separators SEPARATORS = new Separators('*', '>', '^', '~', false);

    private final BundleCatalog catalog = BundleCatalog.load(MAPPINGS);
    private final Translation translation;
    private final Path work;
    private final TranslationContext context = TranslationContext.plain(Instant.parse("2026-03-02T15:00:00Z"));

    /** @param work scratch folder */
    Writers(CamelContext camel, Path work) throws IOException {
        this.work = work;
        translation = new Translation(camel, catalog, new ConfigurationReader(Path.of("config"), name -> "").codeLists());
        translation.start();
    }

    /** Contenders for one document; they are refused if what they make is not the same. */
    Written of(String bundleId, String json) throws Exception {
        Written written = new Written(catalog.bundle(bundleId), json);
        written.requireSame();
        return written;
    }

    /** A document, written once by each of both. */
    final class Written {
        private final Bundle bundle;
        private final String json;
        private final SetGrammar grammar;
        private final CartridgeEngine cartridge;
        private final byte[] interchange;
        private final Node tree;
        private final Node whole;

        private Written(Bundle bundle, String json) {
            this.bundle = bundle;
            this.json = json;
            grammar = catalog.grammar(bundle.id());
            cartridge = CartridgeEngine.of(grammar, work.resolve("dfdl"));
            tree = translation.fromCanonical(bundle.id(), json, context);
            interchange = hub(tree);
            whole = cartridge.parse(interchange).get(0);
        }

        byte[] interchange() {
            return interchange;
        }

        byte[] json() {
            return json.getBytes(StandardCharsets.UTF_8);
        }

        private void requireSame() throws IOException {
            if (!text(unparsed()).equals(text(interchange))) {
                throw new IllegalStateException("edi:unparser writes\n" + text(unparsed()) + "\nnot\n" + text(interchange));
            }
            Node parsed = whole.children("FunctionalGroup").get(0).children("TransactionSet").get(0);
            if (!read(interchange).toString().equals(parsed.toString())) {
                throw new IllegalStateException("both readers do not make the same tree of\n" + text(interchange));
            }
        }

        List<Contender> readers() {
            return List.of(new Contender("hub: own reader to a tree, validated", false, bytes -> read(bytes).name()),
                new Contender(PARSER, false, bytes -> cartridge.parse(bytes).get(0).name()));
        }

        List<Contender> writers() {
            return List.of(
                new Contender("hub: canonical JSON, template, tree, own writer", true, bytes -> text(hub(rendered(bytes)))),
                new Contender(UNPARSER, true, bytes -> rendered(bytes).name() + text(unparsed())),
                new Contender("own writer alone, checked", true, bytes -> text(hub(tree))),
                new Contender("edi:unparser alone", true, bytes -> text(unparsed())));
        }

        private Node rendered(byte[] canonical) {
            return translation.fromCanonical(bundle.id(), new String(canonical, StandardCharsets.UTF_8), context);
        }

        /** The interchange's tree is there already; what the template renders is its set. */
        private byte[] unparsed() {
            return cartridge.unparse(whole, Delimiters.of(new String(interchange, 0, 200, StandardCharsets.ISO_8859_1)),
                StandardCharsets.UTF_8);
        }

        private byte[] hub(Node set) {
            OutgoingEnvelope envelope = new OutgoingEnvelope(new Identifier("ZZ", "ACMEVENDOR", "ACMEVENDOR"),
                new Identifier("ZZ", "AMAZON", "AMAZON"), "P", bundle.release().equals("005010") ? "00501" : "00400", 302, false,
                context.created(), ZoneOffset.UTC, SEPARATORS);
            return new EnvelopeWriter().interchange(envelope, List.of(new OutgoingGroup(FunctionalGroups.of(bundle.message()),
                bundle.release(), 302, List.of(new OutgoingSet(grammar, "0001", set)))));
        }

        private Node read(byte[] bytes) throws IOException {
            Node[] read = new Node[1];
            new X12Reader().read(new ByteArrayInputStream(bytes), (group, id) -> new GrammarAnswer.Agreed(grammar), new X12Handler() {
                @Override
                public void set(GroupHeader group, TransactionSet set) {
                    if (!set.accepted()) {
                        throw new IllegalStateException(set.faults().toString());
                    }
                    read[0] = set.tree();
                }
            });
            return read[0];
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
