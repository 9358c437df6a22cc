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
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.errorhandler.DeadLetterChannelDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The real hub, started on the product's own folders: what is on disk is what runs, all of it, and nothing else. */
@SpringBootTest(classes = HubApplication.class)
@DirtiesContext
class RoutesLoadTest {
    private static final List<RouteFile> FILES = RouteFile.below(Path.of("routes"));
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    static Path data;

    private final ModelCamelContext camel;

    RoutesLoadTest(@Autowired ModelCamelContext camel) {
        this.camel = camel;
    }

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("acorn.data", data::toString);
    }

    @Test
    void exactlyTheRoutesOfFilesPartnersAndSystemsRun() throws IOException {
        Set<String> expected = new TreeSet<>(ids("route"));
        for (JsonNode partner : yaml("config/partners")) {
            for (JsonNode channel : partner.path("channels")) {
                String name = partner.path("name").asText() + "-" + channel.path("name").asText();
                expected.add("inbound-receive-" + name);
                expected.add("outbound-send-" + name);
            }
        }
        for (JsonNode system : yaml("config/erp")) {
            expected.add("inbound-deliver-" + system.path("name").asText());
            if (system.path("settings").has("inbox") || ids("routeTemplate").contains(system.path("adapter").asText() + "-collect")) {
                expected.add("outbound-collect-" + system.path("name").asText());
            }
        }
        assertThat(camel.getRoutes()).extracting(Route::getRouteId).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).allMatch(id -> camel.getRouteController().getRouteStatus(id) == ServiceStatus.Started);
    }

    @Test
    void everyTemplateAndPolicyOnDiskIsLoadedAndNoOther() {
        assertThat(camel.getRouteTemplateDefinitions()).extracting(RouteTemplateDefinition::getId)
            .containsExactlyInAnyOrderElementsOf(ids("routeTemplate"));
        assertThat(camel.getRouteConfigurationDefinitions()).extracting(configuration -> configuration.getId())
            .containsExactlyInAnyOrderElementsOf(ids("routeConfiguration"));
    }

    @Test
    void everyRouteThatRunsHasADescription() {
        assertThat(camel.getRouteDefinitions()).extracting(RouteDefinition::getDescriptionText)
            .allSatisfy(description -> assertThat(description).isNotBlank());
    }

    /** The policy must reach routes that are made of templates too. */
    @Test
    void whateverTakesFromAQueueHandsItsFailuresToThePolicy() {
        assertThat(camel.getRoutes()).filteredOn(route -> route.getEndpoint() instanceof JmsEndpoint).hasSizeGreaterThan(8)
            .allSatisfy(route -> assertThat(camel.getRouteDefinition(route.getRouteId()).getErrorHandlerFactory())
                .as("error handler of " + route.getRouteId()).isInstanceOf(DeadLetterChannelDefinition.class));
    }

    @Test
    void everyQueueOfAStageHasAConsumer() {
        Set<String> queues = new TreeSet<>(Queues.STAGES.stream().map(Queues::name).toList());
        for (Route route : camel.getRoutes()) {
            Endpoint from = route.getEndpoint();
            if (from instanceof JmsEndpoint jms) {
                queues.add(jms.getDestinationName());
            }
        }
        assertThat(queues).contains("hub.inbound.deliver.sap", "hub.outbound.send.amazon-us-folder");
        await().untilAsserted(() -> assertThat(queues).allSatisfy(queue -> assertThat(consumers(queue)).as(queue).isPositive()));
    }

    private static long consumers(String queue) throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.apache.activemq:type=Broker,brokerName=acorn,destinationType=Queue,destinationName="
            + queue);
        return beans.isRegistered(name) ? (long) beans.getAttribute(name, "ConsumerCount") : 0;
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
