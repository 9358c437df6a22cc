// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.EdiPartnerSettings;
import io.acornhub.simulator.Simulator;
import io.acornhub.simulator.SimulatorSettings;
import io.acornhub.simulator.VendorGroup;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: Amazon's side, until it is interrupted. */
@Command(name = "simulate", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Plays Amazon: the Selling Partner API for vendors with state and, on two folders, an EDI partner. Ends on Ctrl-C;"
        + " everything it knows is then gone.")
final class SimulateCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECRET_BYTES = 24;

    @Option(names = "--port", paramLabel = "PORT", description = "Port on the loopback address; 0 (default): any free one.")
    private int port;

    @Option(names = "--region", paramLabel = "REGION", description = "NA (default), EU or FE.")
    private String region = "NA";

    @Option(names = "--marketplace", paramLabel = "ID", description = "Default: ATVPDKIKX0DER, United States.")
    private String marketplace = "ATVPDKIKX0DER";

    @Option(names = "--currency", paramLabel = "CODE", description = "Of orders that are made; default USD.")
    private String currency = "USD";

    @Option(names = "--vendor-codes", paramLabel = "CODE", split = ",", description = "Served over the API; default ACME1,ACME2.")
    private List<String> vendorCodes = List.of("ACME1", "ACME2");

    @Option(names = "--client-id", paramLabel = "ID", description = "Of the application; default: made anew.")
    private String clientId;

    @Option(names = "--client-secret", paramLabel = "SECRET", description = "Default: made anew.")
    private String clientSecret;

    @Option(names = "--refresh-token", paramLabel = "TOKEN", description = "Default: made anew.")
    private String refreshToken;

    @Option(names = "--orders", paramLabel = "N", description = "Places so many orders at the start, in turn for each vendor code.")
    private int orders;

    @Option(names = "--seed", paramLabel = "SEED",
        description = "Of all that is random, order numbers too; default: made of the time, so that no number comes twice.")
    private Long seed;

    @Option(names = "--edi-inbox", paramLabel = "DIR", description = "Folder that Amazon's EDI files are written to: the hub's inbox.")
    private Path ediInbox;

    @Option(names = "--edi-outbox", paramLabel = "DIR", description = "Folder that EDI files are taken from: the hub's outbox.")
    private Path ediOutbox;

    @Option(names = "--edi-vendor-codes", paramLabel = "CODE", split = ",", description = "Orders of these go out as 850s; default"
        + " ACME5. One that is in --vendor-codes too is served by both doors.")
    private List<String> ediVendorCodes = List.of("ACME5");

    @Option(names = "--edi-vendor-id", paramLabel = "QUALIFIER:ID", description = "The vendor in ISA and GS; default ZZ:ACMEVENDOR.")
    private String ediVendor = "ZZ:ACMEVENDOR";

    @Option(names = "--edi-amazon-id", paramLabel = "QUALIFIER:ID", description = "Amazon in ISA and GS; default ZZ:AMAZON.")
    private String ediAmazon = "ZZ:AMAZON";

    @Option(names = "--edi-usage", paramLabel = "P|T", description = "ISA15; default P.")
    private String ediUsage = "P";

    @Option(names = "--static", paramLabel = "DIR",
        description = "Amazon's static sandbox instead: answers from files of requests and answers in this folder, without state.")
    private Path cases;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        String fault = wrongUse();
        if (fault != null) {
            err.println("acorn-hub: " + fault);
            return 2;
        }
        VendorGroup group = group();
        long drawn = seed == null ? System.currentTimeMillis() : seed;
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Simulator simulator = start(group, drawn)) {
            say(out, simulator.baseUri(), group);
            if (orders > 0) {
                place(simulator.baseUri(), drawn, out);
            }
            out.println("Ctrl-C ends it.");
            out.flush();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                end.countDown();
                await(closed);
            }, "simulate-end"));
            await(end);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("acorn-hub: " + e.getMessage());
            return cases == null ? 2 : 1;
        } finally {
            closed.countDown();
        }
    }

    /** Until it is time; an interruption is as good. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String wrongUse() {
        if ((ediInbox == null) != (ediOutbox == null)) {
            return "--edi-inbox and --edi-outbox go together";
        } else if (cases != null && (ediInbox != null || orders > 0)) {
            return "--static has no state: neither orders nor EDI";
        } else if (cases != null && !Files.isDirectory(cases)) {
            return "--static: there is no folder " + cases;
        } else if (orders < 0) {
            return "--orders is not below zero";
        }
        return Set.of("NA", "EU", "FE").contains(region) ? null : "--region is NA, EU or FE, not " + region;
    }

    private Simulator start(VendorGroup group, long drawn) {
        SimulatorSettings settings = SimulatorSettings.defaults().withPort(port).withSeed(drawn);
        if (cases != null) {
            return Simulator.startSandbox(settings.withVendorGroups(group), cases);
        }
        List<VendorGroup> groups = new ArrayList<>(List.of(group));
        List<String> ediOnly = ediVendorCodes.stream().filter(code -> !vendorCodes.contains(code)).toList();
        if (ediInbox != null && !ediOnly.isEmpty()) {
            // a group whose grant nobody has: its orders come by EDI alone
            groups.add(VendorGroup.of("edi", region, marketplace, currency, ediOnly.toArray(new String[0]))
                .withSecret(random("amzn1.oa2-cs.v1."), null).withRefreshToken(random("Atzr|")));
        }
        Simulator simulator = Simulator.start(settings.withVendorGroups(groups.toArray(new VendorGroup[0])));
        if (ediInbox != null) {
            simulator.addEdiPartner(EdiPartnerSettings.of(ediInbox, ediOutbox, ediVendorCodes.toArray(new String[0]))
                .withSides(side(ediAmazon), side(ediVendor)).withUsage(ediUsage));
        }
        return simulator;
    }

    private static EdiPartnerSettings.Side side(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("an EDI id is QUALIFIER:ID, such as ZZ:AMAZON, not " + text);
        }
        return new EdiPartnerSettings.Side(parts[0], parts[1], parts[1]);
    }

    private VendorGroup group() {
        VendorGroup plain = VendorGroup.of("vendor", region, marketplace, currency, vendorCodes.toArray(new String[0]));
        return new VendorGroup(plain.name(), plain.region(), plain.marketplace(), plain.currency(), plain.vendorCodes(),
            clientId == null ? random("amzn1.application-oa2-client.") : clientId,
            clientSecret == null ? random("amzn1.oa2-cs.v1.") : clientSecret, null,
            refreshToken == null ? random("Atzr|") : refreshToken, Set.of(), null);
    }

    private static String random(String prefix) {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    private void say(PrintWriter out, URI base, VendorGroup group) {
        out.println("Amazon is simulated at " + base);
        out.println("  endpoint:      " + base);
        out.println("  tokenEndpoint: " + base + "/auth/o2/token");
        out.println("  clientId:      " + group.clientId());
        out.println("  clientSecret:  " + group.clientSecret());
        out.println("  refreshToken:  " + group.refreshToken());
        if (cases != null) {
            out.println("It answers from the files in " + cases + ".");
            return;
        }
        out.println("  vendor codes:  " + String.join(", ", vendorCodes));
        if (ediInbox != null) {
            out.println("  EDI:           writes " + ediInbox + ", takes " + ediOutbox + "; " + String.join(", ", ediVendorCodes));
        }
        out.println("Look at it: " + base + "/_sim/");
    }

    private void place(URI base, long drawn, PrintWriter out) throws IOException, InterruptedException {
        Set<String> codes = new LinkedHashSet<>(vendorCodes);
        if (ediInbox != null) {
            codes.addAll(ediVendorCodes);
        }
        ObjectNode wish = JSON.createObjectNode().put("generate", orders).put("seed", drawn);
        codes.forEach(wish.putArray("vendorCodes")::add);
        HttpResponse<String> placed = HttpClient.newHttpClient().send(HttpRequest.newBuilder(base.resolve("/_sim/orders"))
            .header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(wish.toString())).build(),
            HttpResponse.BodyHandlers.ofString());
        if (placed.statusCode() != 201) {
            throw new IllegalArgumentException("the orders could not be placed: " + placed.body());
        }
        out.println("Placed " + orders + " orders with seed " + drawn + ".");
    }
}
