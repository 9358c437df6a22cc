// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle of the 850 with the cartridge's reader in its smooks-config.xml: template and samples stay what they are. */
class CartridgeBundleTest {
    private static final String BUNDLE = "x12/004010/850-purchase-order";

    @TempDir
    private Path folder;

    @Test
    void theSameTemplateMakesTheSameDocumentsOfWhatTheCartridgeReads() throws IOException {
        copy();
        Path config = folder.resolve(BUNDLE).resolve("smooks-config.xml");
        String hubReader = "<reader class=\"io.acornhub.translation.X12TreeReader\"/>";
        Files.writeString(config, Files.readString(config).replace(hubReader, """
            <reader class="io.acornhub.translation.internal.cartridge.CartridgeTreeReader">
              <params><param name="cacheFolder">target/dfdl</param></params>
            </reader>"""));
        Path mapping = folder.resolve(BUNDLE).resolve("mapping.yaml");
        Files.writeString(mapping, Files.readString(mapping) + "\nreader: cartridge\n");
        try (TranslationKit kit = new TranslationKit(folder, TranslationKit.CONFIG)) {
            Bundle bundle = kit.catalog.bundle(BUNDLE);
            assertThat(kit.translation.problems()).isEmpty();
            assertThat(bundle.reader()).isEqualTo("cartridge");
            assertThat(new BundleSamples(bundle).accepts()).isNotEmpty().allSatisfy(sample ->
                assertThat(GoldenFiles.difference(kit, bundle, sample)).isEmpty());
        }
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(TranslationKit.MAPPINGS)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(TranslationKit.MAPPINGS.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
