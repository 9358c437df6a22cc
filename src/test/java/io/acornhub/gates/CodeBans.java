// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ways of writing code that the project does without, whatever the module. */
final class CodeBans {
    /** Top-level types in one package; more, and nobody finds anything. */
    static final int LARGEST_PACKAGE = 60;
    private static final String AUTOWIRED = "org.springframework.beans.factory.annotation.Autowired";
    private static final String[] FLOATING = {"double", "float", "java.lang.Double", "java.lang.Float"};
    private static final String[] MONEY = {"..canonical..", "..infoset..", "..interchange..", "..partner..", "..edi..",
        "..idoc..", "..erp..", "..lifecycle.."};

    private CodeBans() {
    }

    static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("no field injection", noFields().should().beAnnotatedWith(AUTOWIRED)
            .orShould().beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould().beAnnotatedWith("jakarta.inject.Inject").orShould().beAnnotatedWith("jakarta.annotation.Resource")
            .because("what a class needs stands in its constructor"));
        rules.put("no setter injection", methods().should().notBeAnnotatedWith(AUTOWIRED)
            .because("what a class needs stands in its constructor"));
        rules.put("no old dates", noClasses().should().dependOnClassesThat(named("java.util.Date", "java.util.Calendar",
            "java.util.GregorianCalendar", "java.text.SimpleDateFormat", "java.text.DateFormat", "java.util.TimeZone"))
            .because("java.time says what is meant; java.sql.Timestamp and Date are for the JDBC edge"));
        rules.put("no floating point for money and quantities", fields().that().areDeclaredInClassesThat()
            .resideInAnyPackage(MONEY).should().notHaveRawType(named(FLOATING))
            .because(BigDecimal.class.getName() + " keeps the cents"));
        rules.put("no floating point in methods on money and quantities", methods().that().areDeclaredInClassesThat()
            .resideInAnyPackage(MONEY).should().notHaveRawReturnType(named(FLOATING))
            .because(BigDecimal.class.getName() + " keeps the cents"));
        rules.put("the console belongs to commands", noClasses().that(resideOutsideOfPackages("..operations.commands.."))
            .should(accessField(System.class, "out").as("access System.out")).orShould(accessField(System.class, "err")
            .as("access System.err")).because("the hub logs; only commands print"));
        rules.put("no sleeping", noClasses().should().callMethod(Thread.class, "sleep", long.class)
            .orShould().callMethod(Thread.class, "sleep", long.class, int.class)
            .because("wait for what is awaited, with a bound"));
        rules.put("no stack traces by hand", noClasses().should().callMethodWhere(
            target(nameMatching("printStackTrace")))
            .because("the log has a place for them"));
        rules.put("packages stay small", classes().should(standInAPackageOfAtMost(LARGEST_PACKAGE)));
        return rules;
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        List<String> all = List.of(names);
        return DescribedPredicate.describe(String.join(" or ", names), type -> all.contains(type.getName()));
    }

    static ArchCondition<JavaClass> standInAPackageOfAtMost(int most) {
        return new ArchCondition<>("stand in a package of at most " + most + " top-level types") {
            private final Map<String, Integer> sizes = new HashMap<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
                    sizes.merge(type.getPackageName(), 1, Integer::sum);
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                sizes.forEach((name, size) -> {
                    if (size > most) {
                        events.add(SimpleConditionEvent.violated(name, "package " + name + " has " + size
                            + " types; split it, " + most + " is the most"));
                    }
                });
            }
        };
    }
}
