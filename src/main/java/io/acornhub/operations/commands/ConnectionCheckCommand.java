// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.acornhub.channel.Certificates;
import io.acornhub.channel.probe.ConnectionProbe;
import io.acornhub.channel.probe.ProbeResult;
import io.acornhub.channel.probe.ProbeTarget;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Secrets;
import io.acornhub.sellingpartner.ConnectionCheck;
import io.acornhub.sellingpartner.SellingPartnerClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connection check NAME}: does everything that the connection needs work? */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Tries what a channel needs, step after step: folders, certificates, secrets, host and port, TLS, host key, login, "
    + "remote folders, and for Amazon's API the credentials, region, clock and the role for each operation in use. No document is sent or "
    + "taken: reads ask for one row, submissions have no documents in them.")
final class ConnectionCheckCommand implements Callable<Integer> {
    private static final int SFTP_SERVER_PORT = 2222;

    @Parameters(paramLabel = "NAME", description = "Partner or ERP system and channel, such as amazon-us-api; see connection list.")
    private String name;

    @Option(names = "--write", description = "Also writes a small file on the other side and deletes it again (folder, sftp, s3).")
    private boolean write;

    @Mixin
    private ConnectionOptions options = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = options.configuration(spec.commandLine().getErr());
        Optional<Channels> channel = Channels.of(configuration).stream().filter(c -> c.name().equals(name)).findFirst();
        List<ProbeResult> results = channel.isPresent() && !channel.get().channel().isSpapi() ? probed(channel.get())
            : api(configuration);
        PrintWriter out = spec.commandLine().getOut();
        for (ProbeResult result : results) {
            out.println(String.format("%-6s %s: %s", result.result(), result.name(), result.words()));
            if (result.todo() != null) {
                out.println("       " + result.todo());
            }
        }
        out.flush();
        return results.stream().anyMatch(ProbeResult::isFailed) ? 1 : 0;
    }

    private List<ProbeResult> probed(Channels connection) throws IOException {
        String type = connection.channel().type();
        ConnectionProbe probe = type.equals("s3") ? new S3Probe() : ConnectionProbe.of(type).orElseThrow(() ->
            new IllegalArgumentException("there is no check for channels of type " + type));
        Secrets secrets = new Secrets(options.data(), Home::variable);
        return probe.probe(new ProbeTarget(connection.name(), connection.channel(), secrets, new Certificates(secrets, options.data()),
            options.data(), Clock.systemUTC().instant(), write, serverPort()));
    }

    private List<ProbeResult> api(Configuration configuration) throws IOException {
        try (SellingPartnerClient client = options.client(configuration, (made, answer) -> { })) {
            if (client.connections().find(name).isEmpty()) {
                throw new IllegalArgumentException("there is no connection '" + name + "'; there are "
                    + Channels.of(configuration).stream().map(Channels::name).toList());
            }
            return client.check(ConnectionOptions.connection(client, name)).stream().map(ConnectionCheckCommand::result).toList();
        }
    }

    private static ProbeResult result(ConnectionCheck check) {
        return new ProbeResult(check.name(), ProbeResult.Result.valueOf(check.result().name()), check.words(), check.todo());
    }

    /** As {@code config/application.yaml} says it. */
    private int serverPort() throws IOException {
        Path settings = options.home().resolve("config/application.yaml");
        return Files.isRegularFile(settings) ? new YAMLMapper().readTree(Files.readString(settings))
            .at("/acorn/sftp-server/port").asInt(SFTP_SERVER_PORT) : SFTP_SERVER_PORT;
    }
}
