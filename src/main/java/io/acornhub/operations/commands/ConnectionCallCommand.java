// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.partner.Configuration;
import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.AnswerReading;
import io.acornhub.sellingpartner.ApiError;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.CallResult;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.KeptCall;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.SellingPartnerClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connection call NAME OPERATION}: one call, Amazon's raw answer, and how the hub reads it. */
@Command(name = "call", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Makes one call and prints Amazon's answer as it came, the headers that matter, and how the hub reads it.")
final class ConnectionCallCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "Partner and channel, such as amazon-us-api.")
    private String name;

    @Parameters(index = "1", paramLabel = "OPERATION", description = "Amazon's operation id, such as getPurchaseOrders.")
    private String operation;

    @Option(names = "--param", paramLabel = "K=V", description = "A parameter, of the path or of the query; may be repeated.")
    private List<String> parameters = new ArrayList<>();

    @Option(names = "--body", paramLabel = "FILE", description = "JSON to send with a POST.")
    private Path body;

    @Mixin
    private ConnectionOptions options = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    /** The last request and its answer, null where none came. */
    private record Made(KeptCall call, Answer answer) {
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Operation wanted = Operation.of(operation).orElseThrow(() -> new IllegalArgumentException("there is no operation '" + operation
            + "'; the hub knows " + Arrays.stream(Operation.values()).map(Operation::id).toList()));
        Call call = call(wanted);
        Configuration configuration = options.configuration(spec.commandLine().getErr());
        List<Made> made = new ArrayList<>();
        try (SellingPartnerClient client = options.client(configuration, (kept, answer) -> made.add(new Made(kept, answer)))) {
            Connection connection = ConnectionOptions.connection(client, name);
            CallResult result = client.partner().call(connection, call);
            Made last = made.get(made.size() - 1);
            out.println(wanted.id() + "  " + wanted.method() + " " + connection.endpoint() + last.call().target());
            print(out, last);
            out.println("The hub reads it as " + words(result));
            lines(wanted, result).forEach(line -> out.println("  " + line));
            out.flush();
            return result instanceof CallResult.Answered ? 0 : 1;
        }
    }

    private Call call(Operation wanted) throws IOException {
        if (body != null && !Files.isRegularFile(body)) {
            throw new NoSuchFileException(body + " (there is no such file)");
        }
        Map<String, String> path = new LinkedHashMap<>();
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--param " + parameter + ": say NAME=VALUE");
            }
            String key = parameter.substring(0, equals);
            String value = parameter.substring(equals + 1);
            if (wanted.path().contains("{" + key + "}")) {
                path.put(key, value);
            } else {
                query.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
            }
        }
        return new Call(wanted, path, query, body == null ? null : Files.readAllBytes(body));
    }

    private static void print(PrintWriter out, Made made) {
        if (made.answer() == null) {
            out.println("no answer after " + made.call().millis() + " ms: " + made.call().words());
            return;
        }
        out.println("status " + made.answer().status() + ", request id " + (made.answer().requestId() == null ? "none"
            : made.answer().requestId()) + ", rate limit " + (made.answer().rateLimit() == null ? "not said"
            : made.answer().rateLimit().toPlainString() + " a second") + ", " + made.call().millis() + " ms");
        out.println(new String(made.answer().body(), StandardCharsets.UTF_8));
    }

    private static String words(CallResult result) {
        if (result instanceof CallResult.Refused refused) {
            return refused.denied() ? "denied: role, region, application or grant" : "refused: the same again would be refused again";
        }
        if (result instanceof CallResult.Unavailable unavailable) {
            return "not done, to be tried again after " + unavailable.after();
        }
        return result instanceof CallResult.Answered ? "answered:" : "unknown: Amazon may or may not have taken it";
    }

    private static List<String> lines(Operation operation, CallResult result) {
        if (result instanceof CallResult.Answered answered) {
            try {
                return AnswerReading.of(operation, answered.answer().body());
            } catch (Lenient.UnreadableAnswer e) {
                return List.of(e.getMessage());
            }
        }
        return result instanceof CallResult.Refused refused ? refused.errors().stream().map(ApiError::inWords).toList() : List.of();
    }
}
