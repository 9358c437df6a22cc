// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code config partner new NAME}: writes {@code config/partners/NAME.yaml}, with comments, never over a file that is there. */
@Command(name = "new", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Writes config/partners/NAME.yaml from another partner's file or for one type of channel. It is not enabled; what only "
        + "this partner has is empty or an environment variable of its name. 'config check' says what is still to be filled in.")
final class PartnerNewCommand implements Callable<Integer> {
    private static final String LICENCE = "# SPDX-License-Identifier: Apache-2.0\n";
    private static final List<String> TYPES = List.of("folder", "as2", "sftp", "ftp", "sftp-server", "s3", "http", "spapi");
    /** What the partner is called in the files of the channel types. */
    private static final String ANYBODY = "partner-name";

    @Parameters(paramLabel = "NAME", description = "Small letters, digits and hyphens, such as retailer-uk.")
    private String name;

    @Option(names = "--like", paramLabel = "PARTNER|TYPE", required = true,
        description = "A partner of config/partners, or a type of channel: folder, as2, sftp, ftp, sftp-server, s3, http, spapi.")
    private String like;

    @Option(names = "--set", paramLabel = "KEY=VALUE",
        description = "A value, such as identifiers.partner.id=RETAILER or channels.as2.settings.url=https://as2.example.com. "
            + "May be repeated.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Mixin
    private Home home = new Home();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,58}")) {
            throw new IllegalArgumentException("NAME is '" + name + "'; use small letters, digits and hyphens, such as retailer-uk");
        }
        Path folder = home.config().resolve("partners");
        Path file = folder.resolve(name + ".yaml");
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is there already and is not written over; choose another name");
        }
        Path other = folder.resolve(like + ".yaml");
        String text;
        if (Files.isRegularFile(other)) {
            text = PartnerDraft.of(Files.readString(other), like, name, values);
        } else if (TYPES.contains(like)) {
            text = PartnerDraft.of(forType(), ANYBODY, name, values);
        } else {
            throw new IllegalArgumentException("--like " + like + ": there is no " + other + ", and the types of channels are " + TYPES);
        }
        Files.createDirectories(folder);
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + " written; see what is still to be filled in with: config check");
        out.flush();
        return 0;
    }

    private String forType() throws IOException {
        Configuration configuration = home.configuration();
        String systems = configuration.erpSystems().stream().map(ErpSystem::name).limit(1).collect(Collectors.joining());
        String channel = like.equals("spapi") ? "api" : like;
        String text = LICENCE + resource("head.yaml") + resource("channel-" + like + ".yaml")
            + resource(like.equals("spapi") ? "agreements-spapi.yaml" : "agreements.yaml");
        return text.replace("@channel@", channel).replace("@erp@", systems.isEmpty() ? "sap" : systems);
    }

    /** A part of the file, without its own first line, which would stand in the middle. */
    private static String resource(String file) throws IOException {
        try (InputStream in = PartnerNewCommand.class.getResourceAsStream("/partner-files/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).substring(LICENCE.length());
        }
    }
}
