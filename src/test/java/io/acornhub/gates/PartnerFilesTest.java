// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.routing.internal.BundleReferences;
import io.acornhub.routing.internal.RuleReferences;
import io.acornhub.translation.BundleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of {@code config/partners} and {@code config/erp} are read without problems. Each broken one is named with its defect
 * and what to do (its line {@code # problem:}), and leaves the others working.
 */
class PartnerFilesTest {
    private static final Path CONFIG = Path.of("config");
    private static final Path BROKEN = Path.of("src/test/resources/broken/partners");
    private static final String MARK = "# problem: ";
    private static BundleCatalog catalog;

    @TempDir
    Path temporary;

    @BeforeAll
    static void load() {
        catalog = BundleCatalog.load(Path.of("edi-mappings"));
    }

    @Test
    void theProductsFilesAreReadWithoutProblems() throws IOException {
        Configuration configuration = Configuration.read(CONFIG, name -> null);
        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.partners()).extracting(Partner::name).containsExactlyElementsOf(names("partners"));
        assertThat(configuration.erpSystems()).extracting(ErpSystem::name).containsExactlyElementsOf(names("erp"));
        assertThat(BundleReferences.problems(configuration, catalog)).isEmpty();
        assertThat(RuleReferences.problems(configuration)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aBrokenPartnerIsNamedAndTheOthersWork() throws IOException {
        return yaml(BROKEN).stream().map(file -> dynamicTest(file.getFileName().toString(), () -> {
            String expected = Files.readAllLines(file).stream().filter(line -> line.startsWith(MARK)).findFirst().orElseThrow()
                .substring(MARK.length());
            Configuration configuration = with("partners", file);
            assertThat(configuration.problems()).singleElement().asString().contains(expected);
            assertThat(configuration.partners()).extracting(Partner::name).containsExactlyElementsOf(names("partners"));
        }));
    }

    @Test
    void aBrokenErpFileIsNamedAndTakesNoPartnerAlong() throws IOException {
        Path file = Files.writeString(temporary.resolve("navision.yaml"), "name: navision\nadaptor: idoc\n");
        Configuration configuration = with("erp", file);
        assertThat(configuration.problems()).singleElement().asString()
            .contains("navision.yaml:2: unknown key 'adaptor'; did you mean 'adapter'; known here are").contains("adapter");
        assertThat(configuration.partners()).extracting(Partner::name).containsExactlyElementsOf(names("partners"));
    }

    @Test
    void aBundleThatIsNotThereOrIsForSomethingElseIsNamed() throws IOException {
        Path config = copied();
        edit(config.resolve("partners/amazon-us.yaml"), "bundle: x12/004010/850-purchase-order", "bundle: x12/004010/850-orders");
        edit(config.resolve("partners/amazon-us.yaml"), "bundle: x12/004010/order-acknowledgment-855",
            "bundle: x12/004010/997-functional-acknowledgment");
        edit(config.resolve("erp/sap.yaml"), "ORDRSP: idoc/orders05/ordrsp", "INVRPT: idoc/orders05/ordrsp");
        Configuration configuration = Configuration.read(config, name -> null);
        assertThat(configuration.problems()).isEmpty();
        assertThat(BundleReferences.problems(configuration, catalog))
            .anyMatch(p -> p.startsWith("config/partners/amazon-us.yaml: agreement 850 inbound: there is no working bundle "
                + "'x12/004010/850-orders' in edi-mappings; there are [csv/"))
            .contains("config/partners/amazon-us.yaml: agreement 855 outbound: bundle x12/004010/997-functional-acknowledgment has "
                + "direction acknowledgment, and from-canonical is needed here")
            .contains("config/erp/sap.yaml: bundles: bundle idoc/orders05/ordrsp-order-acknowledgment has message ORDRSP, and "
                + "INVRPT is needed here");
    }

    @Test
    void aRuleThatIsNotThereAndASettingThatNoGuardCanReadAreNamed() throws IOException {
        Path config = copied();
        edit(config.resolve("partners/amazon-us.yaml"), "rules: {every-line: hold,",
            "settings: {zeroShare: half}\n    rules: {every-lines: warn,");
        edit(config.resolve("partners/amazon-us.yaml"), "control-totals: hold,", "no-revival: off,");
        Configuration configuration = Configuration.read(config, name -> null);
        assertThat(configuration.problems()).isEmpty();
        assertThat(RuleReferences.problems(configuration)).hasSize(3)
            .anyMatch(p -> p.startsWith("config/partners/amazon-us.yaml: agreement 855 outbound: there is no rule 'every-lines' for it; "
                + "there are [order-known, "))
            .anyMatch(p -> p.startsWith("config/partners/amazon-us.yaml: agreement 850 inbound: there is no rule 'no-revival' for it"))
            .contains("config/partners/amazon-us.yaml: agreement 855 outbound: settings: zeroShare must be a share from 0 to 1");
    }

    /** The product's configuration and one file more. */
    private Configuration with(String folder, Path file) throws IOException {
        Path config = copied();
        Files.copy(file, config.resolve(folder).resolve(file.getFileName()));
        return Configuration.read(config, name -> null);
    }

    private Path copied() throws IOException {
        Path copy = Files.createTempDirectory(temporary, "config");
        for (String folder : List.of("partners", "erp")) {
            Files.createDirectories(copy.resolve(folder));
            for (Path file : yaml(CONFIG.resolve(folder))) {
                Files.copy(file, copy.resolve(folder).resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void edit(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    private static List<String> names(String folder) throws IOException {
        return yaml(CONFIG.resolve(folder)).stream().map(f -> f.getFileName().toString().replace(".yaml", "")).toList();
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
