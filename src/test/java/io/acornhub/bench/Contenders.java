// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.GrammarAnswer;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.SetGrammar;
import io.acornhub.edi.SetSlice;
import io.acornhub.edi.SetSliceReader;
import io.acornhub.edi.TransactionSet;
import io.acornhub.edi.X12Handler;
import io.acornhub.edi.X12Reader;
import io.acornhub.infoset.Node;
import io.acornhub.partner.CodeLists;
import io.acornhub.partner.internal.ConfigurationReader;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleCatalog;
import io.acornhub.translation.ControlData;
import io.acornhub.translation.Translation;
import io.acornhub.translation.TranslationContext;
import io.acornhub.translation.internal.BundleCompiler;
import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.CanonicalDocuments;
import io.acornhub.translation.internal.CompiledBundle;
import io.acornhub.translation.internal.Rendering;
import io.acornhub.translation.internal.SourceDocument;
import io.acornhub.translation.internal.cartridge.SchemaFiles;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Everyone who takes part, over the 850 bundle of this project and two variants of it that read with the cartridge. */
final class Contenders {
    static final String BUNDLE = "x12/004010/850-purchase-order";
    private static final Path MAPPINGS = Path.of("edi-mappings");
    private static final String HUB_READER = "<reader class=\"io.acornhub.translation.X12TreeReader\"/>";
    private static final String HUB_VISITOR = "io.acornhub.translation.TemplateVisitor";

    private final CamelContext camel;
    private final CodeLists codeLists;
    private final Path work;
    private final TranslationContext context = TranslationContext.plain(Instant.EPOCH);

    /** @param work scratch folder */
    Contenders(CamelContext camel, Path work) throws IOException {
        this.camel = camel;
        this.work = work;
        this.codeLists = new ConfigurationReader(Path.of("config"), name -> "").codeLists();
    }

    List<Contender> all() throws Exception {
        return List.of(
            new Contender("hub: camel-smooks, own reader, validated, template", true, hub(MAPPINGS)),
            new Contender("hub with reader: cartridge, camel-smooks, template", true, hub(wrapped())),
            new Contender("plain edi:parser, camel-smooks, same template", true, hub(plain())),
            new Contender("no Smooks: tree, template, canonical document checked", true, checked(floor())),
            new Contender("floor: tokenizer, tree, template, no Smooks", true, floor()),
            new Contender("hub reader alone, validated", false, reader()),
            new Contender("StAEDI alone, validated", false, staedi()));
    }

    /** Template text of the floor is not yet normalised; the comparison of outputs does that. */
    String canonical(String json) {
        BundleCatalog catalog = BundleCatalog.load(MAPPINGS);
        return new CanonicalDocuments(catalog.schemas()).normalised(catalog.bundle(BUNDLE), json);
    }

    private Contender.Work hub(Path mappings) {
        Translation translation = new Translation(camel, BundleCatalog.load(mappings), codeLists);
        translation.start();
        if (!translation.problems().isEmpty()) {
            throw new IllegalStateException(translation.problems().toString());
        }
        return bytes -> translation.toCanonical(BUNDLE, bytes, context).get(0).json();
    }

    private Path wrapped() throws IOException {
        Path copy = variant("wrapped", config -> config.replace("io.acornhub.translation.X12TreeReader",
            "io.acornhub.translation.internal.cartridge.CartridgeTreeReader"));
        Files.writeString(copy.resolve(BUNDLE).resolve("mapping.yaml"), "\nreader: cartridge\n", StandardOpenOption.APPEND);
        return copy;
    }

    private Path plain() throws IOException {
        Path schema = new SchemaFiles(work.resolve("dfdl")).schema(BundleCatalog.load(MAPPINGS).grammar(BUNDLE));
        return variant("plain", config -> config
            .replace("xmlns:core=", "xmlns:edi=\"https://www.smooks.org/xsd/smooks/edi-2.0.xsd\" xmlns:core=")
            .replace("<core:filterSettings", "<params><param name=\"max.node.depth\">0</param></params><core:filterSettings")
            .replaceAll("(?s)<core:exports>.*</core:exports>", "")
            .replace(HUB_READER, "<edi:parser schemaUri=\"" + schema + "\" validationMode=\"Off\"/>")
            .replace(HUB_VISITOR, PlainCartridgeVisitor.class.getName()));
    }

    private interface Change {
        String of(String config);
    }

    /** A copy of the mappings with another smooks-config.xml in the bundle. */
    private Path variant(String name, Change change) throws IOException {
        Path copy = work.resolve(name);
        try (Stream<Path> files = Files.walk(MAPPINGS)) {
            for (Path file : files.filter(f -> !f.toString().contains("/samples")).toList()) {
                Path target = copy.resolve(MAPPINGS.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        }
        Path config = copy.resolve(BUNDLE).resolve("smooks-config.xml");
        String before = Files.readString(config);
        String after = change.of(before);
        if (after.equals(before)) {
            throw new IllegalStateException("the bundle's smooks-config.xml is not as this benchmark knows it");
        }
        Files.writeString(config, after);
        return copy;
    }

    private Contender.Work floor() {
        BundleCatalog catalog = BundleCatalog.load(MAPPINGS);
        Bundle bundle = catalog.bundle(BUNDLE);
        CompiledBundle compiled = new BundleCompiler(MAPPINGS.toString(), catalog.idocLayouts(), problem -> { }).compile(bundle);
        SetGrammar grammar = catalog.grammar(BUNDLE);
        return bytes -> {
            Call call = new Call(compiled, context, codeLists);
            Node tree = SetSliceReader.read(slice(bytes), grammar);
            Rendering.render(call, new SourceDocument("set", tree, ControlData.NONE));
            return call.rendered().get(0).text();
        };
    }

    private static Contender.Work checked(Contender.Work template) {
        BundleCatalog catalog = BundleCatalog.load(MAPPINGS);
        CanonicalDocuments documents = new CanonicalDocuments(catalog.schemas());
        Bundle bundle = catalog.bundle(BUNDLE);
        return bytes -> documents.normalised(bundle, template.handle(bytes));
    }

    /** The one set of the interchange. */
    private static SetSlice slice(byte[] bytes) {
        String head = new String(bytes, 0, 200, StandardCharsets.ISO_8859_1);
        char terminator = Delimiters.of(head).segment();
        int gsEnd = head.indexOf(terminator, 106);
        int end = bytes.length - 2;
        for (int segments = 0; segments < 2; end--) {
            segments += bytes[end] == terminator ? 1 : 0;
        }
        return new SetSlice(head.substring(0, 106), head.substring(106, gsEnd), Arrays.copyOfRange(bytes, gsEnd + 1, end + 1));
    }

    private Contender.Work reader() {
        SetGrammar grammar = BundleCatalog.load(MAPPINGS).grammar(BUNDLE);
        X12Reader reader = new X12Reader();
        return bytes -> {
            String[] control = new String[1];
            reader.read(new ByteArrayInputStream(bytes), (group, id) -> new GrammarAnswer.Agreed(grammar), new X12Handler() {
                @Override
                public void set(GroupHeader group, TransactionSet set) {
                    if (!set.accepted()) {
                        throw new IllegalStateException(set.faults().toString());
                    }
                    control[0] = set.controlNumber();
                }
            });
            return control[0];
        };
    }

    private static Contender.Work staedi() throws Exception {
        URL grammar = MAPPINGS.resolve(BUNDLE).resolve("grammar.xml").toAbsolutePath().toUri().toURL();
        SchemaFactory schemas = SchemaFactory.newFactory();
        schemas.setProperty(SchemaFactory.SCHEMA_LOCATION_URL_CONTEXT, grammar);
        Schema schema = schemas.createSchema(grammar);
        EDIInputFactory factory = EDIInputFactory.newFactory();
        return bytes -> {
            int elements = 0;
            try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(bytes))) {
                while (reader.hasNext()) {
                    EDIStreamEvent event = reader.next();
                    if (event == EDIStreamEvent.START_TRANSACTION) {
                        reader.setTransactionSchema(schema);
                    } else if (event.isError()) {
                        throw new IllegalStateException(event + " " + reader.getErrorType() + " " + reader.getReferenceCode());
                    } else if (event == EDIStreamEvent.ELEMENT_DATA) {
                        elements++;
                    }
                }
            }
            return Integer.toString(elements);
        };
    }
}
