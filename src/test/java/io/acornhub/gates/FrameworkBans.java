// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which framework is known where. Packages are named {@code ..module..}, so that the deliberately bad classes below
 * {@code io.acornhub.gates.bad} are judged as if they stood in that module.
 */
final class FrameworkBans {
    private static final String[] SMOOKS = {"org.smooks..", "org.apache.daffodil..", "org.apache.camel.component.smooks.."};
    private static final String[] QUEUES = {"jakarta.jms..", "org.springframework.jms..", "org.apache.activemq..",
        "org.messaginghub..", "org.apache.camel.component.jms..", "org.apache.camel.component.activemq.."};
    private static final String[] WEB = {"org.springframework.web..", "org.springframework.security..", "jakarta.servlet..",
        "io.hawt..", "org.jolokia..", "io.swagger.."};

    private FrameworkBans() {
    }

    /** Every rule by its name, which is also the name of its bad class's rule in {@link FrameworkBansTest}. */
    static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("canonical knows Java only", noClasses().that().resideInAPackage("..canonical..").and()
            .doNotHaveSimpleName("package-info").should().dependOnClassesThat(resideOutsideOfPackages("java..", "..canonical.."))
            .because("canonical documents must outlive every framework"));
        rules.put("infoset knows Java only", noClasses().that().resideInAPackage("..infoset..").and()
            .doNotHaveSimpleName("package-info").should().dependOnClassesThat(resideOutsideOfPackages("java..", "..infoset.."))
            .because("the tree is shared by every format and engine"));
        only(rules, "Smooks and Daffodil", "translation is the one place that knows mapping engines", SMOOKS, "..translation..");
        only(rules, "Camel", "routes call beans; other modules must run without Camel", new String[] {"org.apache.camel.."},
            "..translation..", "..routing..", "..sellingpartner..", "..operations..");
        only(rules, "StAEDI", "a grammar is read in one place; the engine is ours", new String[] {"io.xlate.edi.."}, "..edi..",
            "..simulator..");
        only(rules, "Bucket4j", "usage plans are kept in one place", new String[] {"io.github.bucket4j.."}, "..sellingpartner..");
        only(rules, "JMS and ActiveMQ", "routing owns the queues; operations only counts what waits in them", QUEUES,
            "..routing..", "..operations..");
        only(rules, "FreeMarker", "templates are mappings", new String[] {"freemarker.."}, "..translation..");
        only(rules, "S/MIME and SSH", "what is signed, encrypted and logged in to is read in one place",
            new String[] {"org.bouncycastle..", "jakarta.mail..", "org.apache.sshd.."}, "..channel..");
        only(rules, "the AWS SDK", "buckets are spoken to in one place, for the archive and for channels alike",
            new String[] {"software.amazon.awssdk.."}, "..archive..");
        only(rules, "OpenPDF", "papers are made in one place", new String[] {"com.lowagie.."}, "..labels..");
        only(rules, "the web", "operations is the door for people, routing's http that for posts, the simulator is a server of its own",
            WEB, "..operations..", "..simulator..", "..routing.internal.http..");
        only(rules, "picocli", "commands have one place", new String[] {"picocli.."}, "..operations.commands..");
        rules.put("ERP adapters are independent of each other", slices().matching("..erp.(*)..").should().notDependOnEachOther()
            .because("each adapter can be read, tested and removed alone"));
        rules.put("packages of internals have no cycles", slices().matching("..internal.(*)..").should().beFreeOfCycles()
            .allowEmptyShould(true));
        return rules;
    }

    private static void only(Map<String, ArchRule> rules, String what, String why, String[] packages, String... where) {
        rules.put(what + " only where it belongs", noClasses().that(resideOutsideOfPackages(where)).should()
            .dependOnClassesThat(anyOf(packages)).because(why));
    }

    private static DescribedPredicate<JavaClass> anyOf(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages).as("in " + String.join(" or ", packages));
    }
}
