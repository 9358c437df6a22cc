// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import io.acornhub.HubApplication;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use each other only as their package-info.java says, without cycles and without reaching into internals. */
class ModularityTest {
    private static final String BAD = "io.acornhub.gates.bad.modules";

    @Test
    void theModulesKeepTheirBoundaries() {
        ApplicationModules.of(HubApplication.class).verify();
    }

    @Test
    void everyModuleDeclaresWhatItMayUse() throws ClassNotFoundException {
        for (var module : ApplicationModules.of(HubApplication.class)) {
            String name = module.getBasePackage().getName() + ".package-info";
            ApplicationModule declared = Class.forName(name).getAnnotation(ApplicationModule.class);
            assertThat(declared).as("@ApplicationModule in " + name).isNotNull();
            List<String> allowed = Arrays.asList(declared.allowedDependencies());
            assertThat(allowed).as("%s must list its dependencies", name).doesNotContain(ApplicationModule.OPEN_TOKEN);
        }
    }

    @Test
    void reachingIntoInternalsAnUndeclaredDependencyAndACycleAreReported() {
        ApplicationModules bad = ApplicationModules.of(BAD, new ImportOption.OnlyIncludeTests());
        String report = String.join("\n", bad.detectViolations().getMessages());
        assertThat(report).contains("Module 'second' depends on non-exposed type " + BAD + ".first.internal.Hidden")
            .contains("Module 'third' depends on module 'second'").contains("Allowed targets: none")
            .containsPattern("Cycle detected: Slice first ->[\\s\\S]*Slice second");
    }
}
