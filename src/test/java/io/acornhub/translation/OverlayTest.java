// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {
    private static final String BASE = "x12/004010/850-purchase-order";
    private static final String OVERLAY = "x12/004010/850-other-shop";

    @TempDir
    private Path home;
    private TranslationKit kit;

    @BeforeEach
    void oneFileForOnePartner() {
        Path mappings = home.resolve("edi-mappings");
        Path config = home.resolve("config");
        Folders.copy(TranslationKit.MAPPINGS, mappings);
        Folders.copy(TranslationKit.CONFIG.resolve("code-lists"), config.resolve("code-lists"));
        Folders.write(mappings.resolve(OVERLAY + "/mapping.yaml"),
            "id: " + OVERLAY + "\nextends: " + BASE + "\nowner: other-shop\n");
        String template = TranslationKit.text(TranslationKit.MAPPINGS.resolve(BASE + "/purchase-order.json.ftl"));
        Folders.write(mappings.resolve(OVERLAY + "/purchase-order.json.ftl"),
            template.replace("\"totals\"", "\"extras\": {\"shop\": \"${hub.partner}\"}, \"totals\""));
        Folders.write(config.resolve("code-lists/other-shop/units.csv"), "canonical,x12\nCASE,EA\n");
        kit = new TranslationKit(mappings, config);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void anOverlayReplacesOneFileAndTakesTheRestFromItsBase() {
        Bundle overlay = kit.catalog.bundle(OVERLAY);
        Bundle base = kit.catalog.bundle(BASE);

        assertThat(kit.translation.problems()).isEmpty();
        assertThat(overlay.file("purchase-order.json.ftl")).isNotEqualTo(base.file("purchase-order.json.ftl"));
        assertThat(overlay.grammar()).isEqualTo(base.grammar());
        assertThat(overlay.owner()).isEqualTo("other-shop");
        assertThat(overlay.title()).isEqualTo(base.title());
        assertThat(overlay.hash()).isNotEqualTo(base.hash());
    }

    @Test
    void theOverlaysTemplateIsUsedForItsPartnerOnly() {
        assertThat(map(OVERLAY, context("other-shop", List.of()))).contains("\"extras\":{\"shop\":\"other-shop\"}");
        assertThat(map(BASE, context("other-shop", List.of()))).doesNotContain("extras");
    }

    @Test
    void theCodeListsOfAPartnerGoBeforeTheCommonOnes() {
        assertThat(map(BASE, context("other-shop", List.of("other-shop")))).contains("\"unit\":\"CASE\"");
        assertThat(map(BASE, context("amazon-us", List.of("amazon-us")))).contains("\"unit\":\"EACH\"").doesNotContain("CASE");
    }

    @Test
    void aBundleThatIsNotThereIsAMappingFaultWithItsName() {
        MappingFault fault = catchThrowableOfType(MappingFault.class,
            () -> map("x12/004010/860-change", context("a", List.of())));

        assertThat(fault.faults()).extracting(Fault::code).containsExactly(FaultCode.AGREEMENT_MISSING);
        assertThat(fault.faults().get(0).text()).contains("x12/004010/860-change");
    }

    private String map(String bundle, TranslationContext context) {
        byte[] input = TranslationKit.bytes(TranslationKit.MAPPINGS.resolve(BASE + "/samples/accepts/slice.edi"));
        return kit.translation.toCanonical(bundle, input, context).get(0).json();
    }

    private static TranslationContext context(String partner, List<String> owners) {
        return new TranslationContext(partner, owners, Map.of(), Map.of(), null, null, ControlData.NONE, Instant.EPOCH,
            ZoneOffset.UTC);
    }
}
