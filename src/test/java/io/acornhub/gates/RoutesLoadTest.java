// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.acornhub.HubApplication;
import io.acornhub.routing.Queues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.management.JMException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The real hub, started on the product's own folders: what is on disk is what runs, all of it, and nothing else. */
@SpringBootTest(classes = HubApplication.class, properties = "acorn.operator.password=not-a-secret")
@DirtiesContext
class RoutesLoadTest {
    private static final List<RouteFile> FILES = RouteFile.below(Path.of("routes"));
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    static Path data;

    private final ModelCamelContext camel;
    private final RunningRoutes running;

    RoutesLoadTest(@Autowired ModelCamelContext camel) {
        this.camel = camel;
        running = new RunningRoutes(camel);
    }

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("acorn.data", data::toString);
    }

    @Test
    void exactlyTheRoutesOfFilesPartnersAndSystemsRun() throws IOException {
        assertThat(running.problems(expected())).isEmpty();
    }

    @Test
    void aRouteThatStandsInNoFileOneThatIsMissingAndOneWithoutPolicyAreReported() throws Exception {
        Set<String> expected = expected();
        expected.add("inbound-vanish");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("queue:hub.stowaway").routeId("stowaway").to("direct:hand-on");
            }
        });
        try {
            assertThat(running.problems(expected)).containsExactlyInAnyOrder("stowaway runs and stands in no file",
                "stowaway has no description", "stowaway takes from a queue and its failures do not reach the policy",
                "inbound-vanish stands in a file and does not run");
        } finally {
            camel.getRouteController().stopRoute("stowaway");
            camel.removeRoute("stowaway");
        }
    }

    @Test
    void everyTemplateAndPolicyOnDiskIsLoadedAndNoOther() {
        assertThat(camel.getRouteTemplateDefinitions()).extracting(RouteTemplateDefinition::getId)
            .containsExactlyInAnyOrderElementsOf(ids("routeTemplate"));
        assertThat(camel.getRouteConfigurationDefinitions()).extracting(configuration -> configuration.getId())
            .containsExactlyInAnyOrderElementsOf(ids("routeConfiguration"));
    }

    @Test
    void everyQueueOfAStageHasAConsumer() throws JMException {
        Set<String> queues = new TreeSet<>(Queues.STAGES.stream().map(Queues::name).toList());
        queues.addAll(running.queues());
        assertThat(queues).contains("hub.inbound.deliver.sap", "hub.outbound.send.amazon-us-folder");
        await().untilAsserted(() -> assertThat(RunningRoutes.withoutConsumer(queues)).isEmpty());
        assertThat(RunningRoutes.withoutConsumer(Set.of("hub.inbound.nobody"))).containsExactly("hub.inbound.nobody");
    }

    /** The pipeline's files, and two routes for each enabled channel of a partner and each ERP system that offers documents. */
    private static Set<String> expected() throws IOException {
        Set<String> expected = new TreeSet<>(ids("route"));
        for (JsonNode partner : yaml("config/partners")) {
            for (JsonNode channel : partner.path("channels")) {
                if (!"true".equals(channel.path("enabled").asText("true"))) {
                    continue;
                }
                String name = partner.path("name").asText() + "-" + channel.path("name").asText();
                expected.add("inbound-receive-" + name);
                expected.add("outbound-send-" + name);
            }
        }
        for (JsonNode system : yaml("config/erp")) {
            expected.add("inbound-deliver-" + system.path("name").asText());
            boolean collects = ids("routeTemplate").contains(system.path("adapter").asText() + "-collect");
            if (collects || system.path("settings").has("inbox")) {
                expected.add("outbound-collect-" + system.path("name").asText());
            }
        }
        return expected;
    }

    private static List<String> ids(String kind) {
        return FILES.stream().filter(file -> file.kind().equals(kind)).map(RouteFile::id).toList();
    }

    private static List<JsonNode> yaml(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<JsonNode> read = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                read.add(YAML.readTree(file.toFile()));
            }
            return read;
        }
    }
}
