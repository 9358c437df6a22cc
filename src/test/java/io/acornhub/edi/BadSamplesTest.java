// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.SharedSamples;
import io.acornhub.partner.ErrorTolerance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The malformed files of ../shared/samples/bad and the answers their index expects. */
class BadSamplesTest {
    // what these have wrong is business, which modules above this one find
    private static final Set<String> BUSINESS = Set.of("x12-ctt02-hash-wrong.edi", "x12-gtin-check-digit.edi",
        "x12-window-reversed.edi");

    static Stream<Arguments> rows() throws IOException {
        Path index = SharedSamples.folder().resolve("samples/bad/index.tsv");
        if (!Files.exists(index)) {
            return Stream.of(Arguments.of("index.tsv", ""));
        }
        return Files.readAllLines(index).stream().skip(1).map(l -> l.split("\t"))
            .filter(r -> r[1].equals("X12") && (r[5].equals("997") || r[5].equals("TA1"))).map(r -> Arguments.of(r[0], r[6]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isAnsweredAsTheIndexSays(String files, String expected) throws IOException {
        Checker checker = X12Samples.checker();
        CheckReport last = null;
        for (String file : files.split(" then ")) {
            try (InputStream in = Files.newInputStream(SharedSamples.sample("bad/" + file))) {
                last = checker.check(file, in, SetConsumer.none());
            }
        }
        String answer = last.acknowledgment().replace("\n", "");
        if (expected.contains("TA105=")) {
            int code = expected.indexOf("TA105=") + 6;
            assertThat(answer).contains("TA1*").contains("*R*" + expected.substring(code, code + 3));
        } else if (expected.startsWith("AK9*A")) {
            assertThat(answer).contains("AK9*A");
            assertThat(last.faults().isEmpty()).isEqualTo(BUSINESS.contains(files));
        } else {
            assertThat(answer).contains(List.of(expected.split(";")[0].trim().split(" \\| ")));
        }
    }

    @Test
    void noRowOfTheIndexIsForgotten() throws IOException {
        List<String> answers = Files.readAllLines(SharedSamples.sample("bad/index.tsv")).stream().skip(1).map(l -> l.split("\t"))
            .filter(r -> r[1].equals("X12")).map(r -> r[5]).distinct().sorted().toList();
        assertThat(answers).containsExactly("997", "TA1", "guard", "none");
    }

    @Test
    void anEmptyFileIsUnreadableAndGetsNoAnswer() throws IOException {
        try (InputStream in = Files.newInputStream(SharedSamples.sample("bad/x12-empty-file.edi"))) {
            CheckReport report = X12Samples.checker().check("x12-empty-file.edi", in, SetConsumer.none());
            assertThat(report.verdict()).isEqualTo(CheckReport.Verdict.UNREADABLE);
            assertThat(report.acknowledgment()).isNull();
        }
    }

    @ParameterizedTest(name = "{0} by agreement")
    @CsvSource({"x12-segment-unknown.edi, AK304 1", "x12-uom-unknown.edi, AK403 7"})
    void whatMayBeAcceptedWithErrorsIsByAgreement(String file, String code) throws IOException {
        Checker checker = X12Samples.checker(X12Samples.configuration(ErrorTolerance.of(code)));
        try (InputStream in = Files.newInputStream(SharedSamples.sample("bad/" + file))) {
            CheckReport report = checker.check(file, in, SetConsumer.none());
            assertThat(report.verdict()).isEqualTo(CheckReport.Verdict.ACCEPTED);
            assertThat(report.acknowledgment()).contains("AK5*E*5~", "AK9*E*1*1*1~");
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void acknowledgmentsOfTheirsGetNoAnswer(String file) throws IOException {
        try (InputStream in = Files.newInputStream(SharedSamples.sample("bad/" + file))) {
            CheckReport report = X12Samples.checker().check(file, in, SetConsumer.none());
            assertThat(report.verdict()).isEqualTo(CheckReport.Verdict.ACCEPTED);
            assertThat(report.acknowledgment()).isNull();
        }
    }

    static Stream<String> ours() {
        return Stream.of("x12-997-unknown-group.edi", "x12-997-contradiction-1.edi", "x12-997-contradiction-2.edi");
    }
}
