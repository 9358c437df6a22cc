// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.InspectedInterchange;
import io.acornhub.edi.Inspection;
import io.acornhub.edi.Inspector;
import io.acornhub.edi.SetConsumer;
import io.acornhub.edi.TransactionSet;
import io.acornhub.interchange.Fault;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Partner;
import io.acornhub.partner.internal.ConfigurationReader;
import io.acornhub.translation.BundleCatalog;
import io.acornhub.translation.Translation;
import io.acornhub.translation.TranslationContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;

/** One run over a large interchange in the heap this JVM was given; ends with code 0 if it worked. */
public final class HeapTrial {
    private static final PrintStream OUT = System.out;

    /** What is done with the interchange. */
    enum What {
        /** Read, validated, verdicts put on every set. */
        INSPECT,
        /** And every accepted order cut out of the file and translated, as the hub does it from its archive. */
        TRANSLATE
    }

    private final Path file;
    private final Configuration configuration = new ConfigurationReader(Path.of("config"), name -> "x");
    private final BundleCatalog catalog = BundleCatalog.load(Path.of("edi-mappings"));
    private long documents;

    private HeapTrial(Path file) throws IOException {
        this.file = file;
    }

    public static void main(String[] arguments) throws Exception {
        HeapTrial trial = new HeapTrial(Path.of(arguments[1]));
        long begin = System.nanoTime();
        if (What.valueOf(arguments[0]) == What.INSPECT) {
            trial.inspect(SetConsumer.none());
        } else {
            trial.translate();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        OUT.printf("%,d orders in %.0f s, %.1f MB/s%n", trial.documents, seconds, Files.size(trial.file) / 1e6 / seconds);
    }

    private void inspect(SetConsumer consumer) throws IOException {
        Inspection inspection;
        try (InputStream in = Files.newInputStream(file)) {
            inspection = new Inspector().inspect(in, configuration, id -> Optional.of(catalog.grammar(id)), consumer);
        }
        for (InspectedInterchange interchange : inspection.interchanges()) {
            documents += interchange.groups().stream().flatMap(group -> group.sets().stream())
                .filter(set -> set.accepted()).count();
        }
        if (documents == 0) {
            throw new IllegalStateException("no order was accepted: " + inspection.faults());
        }
    }

    private void translate() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext();
            RandomAccessFile archive = new RandomAccessFile(file.toFile(), "r")) {
            camel.start();
            Translation translation = new Translation(camel, catalog, configuration.codeLists());
            translation.start();
            TranslationContext context = TranslationContext.plain(Instant.EPOCH);
            inspect((partner, group, set) -> translated(archive, translation, context, partner, group, set));
        }
    }

    private static List<Fault> translated(RandomAccessFile archive, Translation translation, TranslationContext context,
                                          Partner partner,
                                          GroupHeader group, TransactionSet set) {
        if (translation.toCanonical(Contenders.BUNDLE, slice(archive, group, set), context).size() != 1) {
            throw new IllegalStateException("set " + set.controlNumber() + " of " + partner.name() + " is not one document");
        }
        return List.of();
    }

    private static byte[] slice(RandomAccessFile archive, GroupHeader group, TransactionSet set) {
        try {
            byte[] own = new byte[set.length()];
            archive.seek(set.offset());
            archive.readFully(own);
            ByteArrayOutputStream slice = new ByteArrayOutputStream(own.length + 256);
            slice.writeBytes(group.interchange().raw().getBytes(StandardCharsets.ISO_8859_1));
            slice.writeBytes((group.raw() + group.interchange().delimiters().segment()).getBytes(StandardCharsets.ISO_8859_1));
            slice.writeBytes(own);
            return slice.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
