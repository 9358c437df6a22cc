// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.acornhub.operations.commands.AnyFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Any bytes at all get a verdict with a sentence, soon, and never an exception: X12, IDocs, JSON and what is none of them. */
class AnyBytesPropertiesTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ISA = "ISA*00*          *00*          *ZZ*ACMEVENDOR     *ZZ*AMAZON         "
        + "*260309*1421*^*00501*000000303*0*P*>~";
    private static AnyFile target;
    private static List<byte[]> samples;

    @BeforeContainer
    static void open() {
        target = new AnyFile();
        samples = MangledFiles.samples();
    }

    @AfterContainer
    static void close() {
        target.close();
    }

    @Property(seed = "20261127", tries = 400, shrinking = ShrinkingMode.OFF)
    void aMangledFileGetsAVerdict(@ForAll long seed) {
        byte[] file = new MangledFiles(seed, samples).next();
        assertThat(assertTimeoutPreemptively(SOON, () -> target.judge(file))).isNotBlank();
    }

    @Property(seed = "20261127", tries = 200)
    void bytesOfNoFormatGetAVerdict(@ForAll byte[] bytes) {
        assertThat(assertTimeoutPreemptively(SOON, () -> target.judge(bytes))).isNotBlank();
    }

    @Example
    void levelsBelowLevelsWithoutEndGetAVerdict() {
        StringBuilder text = new StringBuilder(ISA + "GS*SH*ACMEVENDOR*AMAZON*20260309*1421*303*X*005010~ST*856*0001~"
            + "BSN*00*S1*20260309*1420*0001~HL*1**S~");
        for (int i = 2; i <= 50_000; i++) {
            text.append("HL*").append(i).append('*').append(i - 1).append("*P~MAN*GM*").append(String.format("%020d", i)).append('~');
        }
        text.append("SE*99999*0001~GE*1*303~IEA*1*000000303~");
        assertThat(judged(text.toString())).startsWith("REJECTED");
    }

    @Example
    void numbersWithoutEndAreRefusedWithASentence() {
        String advice = "{\"type\":\"InventoryAdvice\",\"adviceNumber\":\"1\",\"purpose\":\"FULL\",\"asOf\":\"2026-03-02\","
            + "\"lines\":[{\"lineNo\":\"1\",\"vendorItem\":\"A\",\"available\":{\"amount\":%s,\"unit\":\"EACH\"}}]}";
        for (String number : List.of("1e999999999", "-1e999999999", "1e-999999999", "9".repeat(900), "1E2147483647")) {
            assertThat(judged(advice.formatted(number))).isNotBlank();
        }
    }

    private static String judged(String text) {
        return assertTimeoutPreemptively(SOON, () -> target.judge(text.getBytes(StandardCharsets.UTF_8)));
    }
}
