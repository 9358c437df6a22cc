// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code simulate}: what it prints can be used, it ends when it is told to, wrong use is told in words. */
class SimulateCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return HubCommands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
    }

    /** Runs the command until its last line stands there, does the work, and ends it. */
    private void during(Work work, String... args) throws Exception {
        AtomicInteger code = new AtomicInteger(-1);
        Thread command = new Thread(() -> code.set(run(args)), "simulate");
        command.start();
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> out.toString().contains("Ctrl-C ends it.") || !command.isAlive());
            assertThat(err.toString()).isEmpty();
            work.work();
        } finally {
            command.interrupt();
            command.join(PATIENCE.toMillis());
        }
        assertThat(code.get()).isZero();
    }

    /** Something that may fail. */
    private interface Work {
        void work() throws Exception;
    }

    private String said(String name) {
        Matcher found = Pattern.compile(Pattern.quote(name) + ":\\s+(\\S+)").matcher(out.toString());
        assertThat(found.find()).as("%s in %s", name, out).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> token() throws IOException, InterruptedException {
        String form = "grant_type=refresh_token&refresh_token=" + said("refreshToken").replace("|", "%7C") + "&client_id="
            + said("clientId") + "&client_secret=" + said("clientSecret");
        return send(HttpRequest.newBuilder(URI.create(said("tokenEndpoint"))).header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void whatItPrintsLogsInAndFindsTheOrdersOfBothDoors() throws Exception {
        Path inbox = folder.resolve("inbox");
        during(() -> {
            Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)").matcher(token().body());
            assertThat(token.find()).isTrue();
            HttpResponse<String> orders = send(HttpRequest.newBuilder(URI.create(said("endpoint") + "/vendor/orders/v1/purchaseOrders"))
                .header("x-amz-access-token", token.group(1)).header("user-agent", "test/1").GET());
            assertThat(orders.body().split("\"purchaseOrderNumber\"")).hasSize(5);
            Awaitility.await().atMost(PATIENCE).until(() -> Files.isDirectory(inbox));
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                try (Stream<Path> files = Files.list(inbox)) {
                    Path file = files.filter(path -> path.getFileName().toString().startsWith("850-")).findFirst().orElseThrow();
                    assertThat(Files.readString(file)).contains("REF*CR*ACME5~", "*ZZ*MYCOMPANY ", "ST*850*0002~", "GE*2*");
                }
            });
        }, "simulate", "--orders", "6", "--vendor-codes", "ACME1,ACME2", "--edi-inbox", inbox.toString(), "--edi-outbox",
            folder.resolve("outbox").toString(), "--edi-vendor-id", "ZZ:MYCOMPANY", "--edi-vendor-codes", "ACME5", "--seed", "7");
        assertThat(out.toString()).contains("Placed 6 orders with seed 7.");
    }

    @Test
    void credentialsThatAreGivenAreTheOnesAndTheStaticSandboxTakesThemToo() throws Exception {
        Files.writeString(folder.resolve("one.json"), "{\"cases\": [{\"operationId\": \"getIt\", \"method\": \"GET\", \"path\": \"/it\","
            + " \"request\": {\"parameters\": []}, \"response\": {\"status\": 200, \"body\": {}}}]}");
        during(() -> {
            assertThat(said("clientId")).isEqualTo("me");
            assertThat(token().statusCode()).isEqualTo(200);
        }, "simulate", "--static", folder.toString(), "--client-id", "me", "--client-secret", "s", "--refresh-token", "t");
    }

    @Test
    void wrongUseAndBadInputAreToldInWords() throws IOException {
        assertThat(run("simulate", "--edi-inbox", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--edi-inbox and --edi-outbox go together");
        assertThat(run("simulate", "--static", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no folder");
        assertThat(run("simulate", "--region", "XX")).isEqualTo(2);
        assertThat(run("simulate", "--edi-inbox", "a", "--edi-outbox", "b", "--edi-vendor-id", "ACME")).isEqualTo(2);
        assertThat(err.toString()).contains("an EDI id is QUALIFIER:ID");
        assertThat(run("simulate", "--static", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no sandbox cases in");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("simulate", "--port", Integer.toString(taken.getLocalPort()))).isEqualTo(3);
            assertThat(err.toString()).contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }
}
