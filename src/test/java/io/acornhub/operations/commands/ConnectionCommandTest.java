// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.acornhub.simulator.Simulator;
import io.acornhub.simulator.SimulatorSettings;
import io.acornhub.simulator.VendorGroup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** {@code connection} as a person types it, against the simulator. */
class ConnectionCommandTest {
    private static final VendorGroup US = VendorGroup.of("us", "NA", "ATVPDKIKX0DER", "USD", "ACME1");
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private Level level;
    private Simulator simulator;
    private String out;
    private String err;

    @TempDir
    private Path home;

    @BeforeEach
    void begin() throws IOException {
        level = root.getLevel();
        root.setLevel(Level.ERROR);
        Files.createDirectories(home.resolve("data/secrets"));
        Files.createDirectories(home.resolve("config/partners"));
        secrets("us-client", "us-secret", "Atzr|us");
    }

    @AfterEach
    void end() {
        root.setLevel(level);
        if (simulator != null) {
            simulator.close();
        }
    }

    private void secrets(String id, String secret, String refresh) throws IOException {
        Files.writeString(home.resolve("data/secrets/id"), id);
        Files.writeString(home.resolve("data/secrets/secret"), secret);
        Files.writeString(home.resolve("data/secrets/refresh"), refresh + "\n");
    }

    private void start(VendorGroup group, String region) throws IOException {
        simulator = Simulator.start(SimulatorSettings.defaults().withVendorGroups(group));
        Files.writeString(home.resolve("config/partners/amazon-us.yaml"), """
            # SPDX-License-Identifier: Apache-2.0
            name: amazon-us
            identifiers:
              partner: {qualifier: ZZ, id: AMAZON, group: AMAZON}
              own: {qualifier: ZZ, id: ACORN, group: ACORN}
            channels:
              - name: api
                type: spapi
                settings:
                  region: %s
                  marketplace: ATVPDKIKX0DER
                  clientId: file:secrets/id
                  clientSecret: file:secrets/secret
                  refreshToken: file:secrets/refresh
                  secretIssued: %s
                  endpoint: %s
                  tokenEndpoint: %s/auth/o2/token
              - name: second
                type: spapi
                enabled: false
                settings: {region: EU, marketplace: A1PA6795UKMFR9, clientId: env:A, clientSecret: env:B, refreshToken: env:C}
            agreements:
              - {document: getPurchaseOrders, direction: inbound, release: v1, bundle: b, channel: api}
              - {document: submitAcknowledgement, direction: outbound, release: v1, bundle: b, channel: api}
              - {document: SubmitShipmentConfirmations, direction: outbound, release: v1, bundle: b, channel: api}
            """.formatted(region, Instant.now().minus(20, ChronoUnit.DAYS).toString().substring(0, 10), simulator.baseUri(),
            simulator.baseUri()));
    }

    private int run(String... args) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--home", home.toString(), "--data", home.resolve("data").toString()));
        int code = HubCommands.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(errors))
            .execute(all.toArray(new String[0]));
        out = output.toString();
        err = errors.toString();
        assertThat(out + err).doesNotContain("us-secret").doesNotContain("Atzr|us").doesNotContain("Atza|");
        return code;
    }

    private void generate(int orders) throws IOException, InterruptedException {
        HttpResponse<String> made = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/_sim/orders"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"generate\":" + orders + ",\"seed\":1}")).build(),
            HttpResponse.BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isBetween(200, 201);
    }

    @Test
    void aConnectionThatWorksPassesEveryCheckAndLeavesNoTrace() throws Exception {
        start(US, "NA");
        assertThat(run("connection", "check", "amazon-us-api")).as(out).isZero();
        assertThat(out).contains("OK     region: ATVPDKIKX0DER belongs to NA").contains("WARN   host: calls go to " + simulator.baseUri())
            .contains("OK     client secret: there is one at file:secrets/secret").contains("OK     secret age: good until ")
            .contains("OK     clock: off by ").contains("OK     token: good until ").doesNotContain("FAILED");
        for (String operation : List.of("getPurchaseOrders", "getPurchaseOrdersStatus", "submitAcknowledgement",
            "SubmitShipmentConfirmations", "GetShipmentDetails", "getTransaction")) {
            assertThat(out).contains("OK     role " + operation + ": may be called");
        }
        assertThat(out).doesNotContain("submitInvoices");
    }

    @Test
    void eachFailureIsNamedWithWhatToDo() throws Exception {
        start(US.withoutRoleFor(Set.of("getPurchaseOrdersStatus")), "NA");
        assertThat(run("connection", "check", "amazon-us-api")).isEqualTo(1);
        assertThat(out).contains("FAILED role getPurchaseOrdersStatus: 403 Unauthorized").contains("give the application the role")
            .contains("OK     role getPurchaseOrders:");
        secrets("us-client", "wrong-secret", "Atzr|us");
        assertThat(run("connection", "check", "amazon-us-api")).isEqualTo(1);
        assertThat(out).contains("FAILED token: Login with Amazon refuses a token: invalid_client").doesNotContain("role getPurch");
        Files.delete(home.resolve("data/secrets/refresh"));
        assertThat(run("connection", "check", "amazon-us-api")).isEqualTo(1);
        assertThat(out).contains("FAILED refresh token: there is no file ").doesNotContain("token: good");
        start(US, "EU");
        assertThat(run("connection", "check", "amazon-us-api")).isEqualTo(1);
        assertThat(out).contains("FAILED region: ATVPDKIKX0DER belongs to NA, and region is EU").contains("say region: NA");
    }

    @Test
    void nobodyThereIsAFailureOfItsOwn() throws Exception {
        start(US, "NA");
        simulator.close();
        simulator = null;
        assertThat(run("connection", "check", "amazon-us-api")).isEqualTo(1);
        assertThat(out).contains("FAILED reach: ").contains("no connection").contains("FAILED token: Login with Amazon gives no token: no");
    }

    @Test
    void theListShowsWhatIsNotEnabledToo() throws Exception {
        start(US, "NA");
        assertThat(run("connection", "list")).isZero();
        assertThat(out).contains("amazon-us-api  NA ATVPDKIKX0DER  " + simulator.baseUri()).contains("amazon-us-second  not enabled");
        Files.writeString(home.resolve("config/partners/broken.yaml"), "name: [");
        assertThat(run("connection", "list")).isEqualTo(1);
        assertThat(err).contains("broken.yaml");
    }

    @Test
    void aCallPrintsAmazonsAnswerAndHowItIsRead() throws Exception {
        start(US, "NA");
        generate(2);
        assertThat(run("connection", "call", "amazon-us-api", "getPurchaseOrders", "--param", "limit=10", "--param", "createdAfter="
            + Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS))).as(out + err).isZero();
        assertThat(out).contains("GET " + simulator.baseUri() + "/vendor/orders/v1/purchaseOrders?limit=10&createdAfter=")
            .containsPattern("status 200, request id [^ ]+, rate limit 10(\\.0)? a second, \\d+ ms").contains("\"orders\"");
        Matcher order = Pattern.compile("  order (\\w{8}), state New").matcher(out);
        assertThat(order.find()).as(out).isTrue();
        assertThat(run("connection", "call", "amazon-us-api", "GETPURCHASEORDER", "--param", "purchaseOrderNumber=" + order.group(1)))
            .isZero();
        assertThat(out).contains("/vendor/orders/v1/purchaseOrders/" + order.group(1)).contains("  order " + order.group(1));
    }

    @Test
    void aRefusalAndAPostAreReadToo() throws Exception {
        start(US, "NA");
        assertThat(run("connection", "call", "amazon-us-api", "getPurchaseOrder", "--param", "purchaseOrderNumber=NONE1234")).isEqualTo(1);
        assertThat(out).containsPattern("status 40[04], request id").contains("The hub reads it as refused");
        Path body = Files.writeString(home.resolve("body.json"), "{\"acknowledgements\":[]}");
        run("connection", "call", "amazon-us-api", "submitAcknowledgement", "--body", body.toString());
        assertThat(out).containsPattern("status (202|400), request id");
    }

    @Test
    void wrongUseIsToldApartFromBadInput() throws Exception {
        start(US, "NA");
        assertThat(run("connection", "check", "amazon-uk-api")).isEqualTo(2);
        assertThat(err).contains("there is no connection 'amazon-uk-api'; there are [amazon-us-api, amazon-us-second]");
        assertThat(run("connection", "call", "amazon-us-api", "getOrders")).isEqualTo(2);
        assertThat(err).contains("there is no operation 'getOrders'; the hub knows [getPurchaseOrders, ");
        assertThat(run("connection", "call", "amazon-us-api", "submitInvoices")).isEqualTo(2);
        assertThat(err).contains("submitInvoices is a POST and needs a body");
        assertThat(run("connection", "call", "amazon-us-api", "getTransaction", "--param", "transactionId")).isEqualTo(2);
        assertThat(err).contains("say NAME=VALUE");
        assertThat(run("connection", "call", "amazon-us-api", "submitInvoices", "--body", "nowhere.json")).isEqualTo(2);
        StringWriter errors = new StringWriter();
        assertThat(HubCommands.commandLine().setErr(new PrintWriter(errors)).execute("connection")).isEqualTo(2);
        assertThat(errors.toString()).contains("say what to do: list, check or call");
    }
}
