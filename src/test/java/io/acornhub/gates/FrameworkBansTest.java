// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.acornhub.HubApplication;
import io.acornhub.gates.bad.bans.Bad;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of {@link FrameworkBans} and {@link CodeBans}: the product keeps them, and each reports its bad class. */
class FrameworkBansTest {
    private static final JavaClasses MAIN = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackagesOf(HubApplication.class);
    private static final JavaClasses BAD = new ClassFileImporter().importPackagesOf(Bad.class);

    @TestFactory
    Stream<DynamicTest> theProductKeeps() {
        assertThat(MAIN).hasSizeGreaterThan(100);
        return all().entrySet().stream().map(rule -> dynamicTest(rule.getKey(),
            () -> assertThat(rule.getValue().evaluate(MAIN).getFailureReport().getDetails())
                .as(rule.getValue().getDescription()).isEmpty()));
    }

    /** What each rule must say of the bad classes: the class's simple name and the offence. */
    private static Map<String, String> offences() {
        Map<String, String> said = new TreeMap<>();
        said.put("canonical knows Java only", "BadOrder.*com.fasterxml.jackson");
        said.put("infoset knows Java only", "BadNode.*org.w3c.dom.Document");
        said.put("Smooks and Daffodil only where it belongs", "BadEngine.*org.smooks.Smooks");
        said.put("Camel only where it belongs", "BadEngine.*org.apache.camel.CamelContext");
        said.put("StAEDI only where it belongs", "BadEngine.*io.xlate.edi.schema.Schema");
        said.put("Bucket4j only where it belongs", "BadEngine.*io.github.bucket4j.Bucket");
        said.put("JMS and ActiveMQ only where it belongs", "BadEngine.*jakarta.jms.ConnectionFactory");
        said.put("FreeMarker only where it belongs", "BadEngine.*freemarker.template.Template");
        said.put("S/MIME and SSH only where it belongs", "BadEngine.*org.bouncycastle.cms.CMSSignedData");
        said.put("the AWS SDK only where it belongs", "BadEngine.*software.amazon.awssdk.services.s3.S3Client");
        said.put("OpenPDF only where it belongs", "BadEngine.*com.lowagie.text.Document");
        said.put("the web only where it belongs", "BadEngine.*org.springframework.web.client.RestClient");
        said.put("picocli only where it belongs", "BadEngine.*picocli.CommandLine");
        said.put("ERP adapters are independent of each other", "Slice second depends on Slice first");
        said.put("packages of internals have no cycles", "Cycle detected: Slice one");
        said.put("no field injection", "Injected.service.*Autowired");
        said.put("no setter injection", "Injected.setService.*Autowired");
        said.put("no old dates", "OldDates.*java.util.Date");
        said.put("no floating point for money and quantities", "BadOrder.price.*double");
        said.put("no floating point in methods on money and quantities", "BadOrder.total.*java.lang.Double");
        said.put("the console belongs to commands", "Printer.*System.out");
        said.put("no sleeping", "Printer.*Thread\\.sleep");
        said.put("no stack traces by hand", "Printer.*printStackTrace");
        return said;
    }

    @TestFactory
    Stream<DynamicTest> aBadClassIsReportedBy() {
        return offences().entrySet().stream().map(offence -> dynamicTest(offence.getKey(), () -> {
            String report = all().get(offence.getKey()).evaluate(BAD).getFailureReport().toString();
            assertThat(report).containsPattern(offence.getValue());
        }));
    }

    @Test
    void aPackageThatIsTooLargeIsReported() {
        String report = ArchRuleDefinition.classes().should(CodeBans.standInAPackageOfAtMost(2))
            .evaluate(BAD).getFailureReport().toString();
        assertThat(report).containsPattern("package io.acornhub.gates.bad.bans has \\d types; split it, 2 is the most");
    }

    @Test
    void everyRuleHasABadClass() {
        assertThat(all().keySet()).containsExactlyInAnyOrderElementsOf(Stream.concat(offences().keySet().stream(),
            Stream.of("packages stay small")).toList());
    }

    private static Map<String, ArchRule> all() {
        Map<String, ArchRule> all = new LinkedHashMap<>(FrameworkBans.rules());
        all.putAll(CodeBans.rules());
        return all;
    }
}
