// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.channel.Keys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** {@code config} as a person types it, on copies of the product's files. */
class ConfigCommandTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private Level level;
    private String out;
    private String err;

    @TempDir
    private Path home;

    @BeforeEach
    void begin() throws IOException {
        level = root.getLevel();
        root.setLevel(Level.ERROR);
        for (String folder : List.of("config/partners", "config/erp", "routes/channels")) {
            Files.createDirectories(home.resolve(folder));
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        Files.createDirectories(home.resolve("data/secrets"));
    }

    @AfterEach
    void end() {
        root.setLevel(level);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
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
        return code;
    }

    private void partner(String name, String channels, String agreements) throws IOException {
        Files.writeString(home.resolve("config/partners/" + name + ".yaml"), """
            # SPDX-License-Identifier: Apache-2.0
            name: %s
            identifiers:
              partner: {qualifier: ZZ, id: %s, group: A}
              own: {qualifier: ZZ, id: ACME, group: A}
            channels:
            """.formatted(name, name.toUpperCase()) + channels.indent(2) + (agreements.isEmpty() ? "agreements: []\n" : "agreements:\n"
            + agreements.indent(2)));
    }

    @Test
    void theProductsFilesAreFineWithTheMappingsToo() throws IOException {
        copy(Path.of("edi-mappings"), home.resolve("edi-mappings"));
        assertThat(run("config", "check")).as(out + err).isZero();
        assertThat(out).contains("1 partners and 3 ERP systems are usable; 0 errors, 0 warnings");
        Path file = home.resolve("config/partners/amazon-us.yaml");
        Files.writeString(file, Files.readString(file).replace("bundle: x12/004010/860-purchase-order-change",
            "bundle: x12/004010/invoice-810"));
        assertThat(run("config", "check")).isOne();
        assertThat(out).containsPattern("error    config/partners/amazon-us.yaml:\\d+: agreement 860 inbound: bundle "
            + "x12/004010/invoice-810 has direction from-canonical, and to-canonical is needed here");
    }

    @Test
    void whatIsNotThereIsNamedWithItsLine() throws IOException {
        Files.writeString(home.resolve("data/taken"), "a file");
        partner("retailer", """
            - {name: folder, type: folder, settings: {inbox: taken/inbox, outbox: taken}}
            - {name: van, type: oftp2, settings: {anything: goes}}
            - name: sftp
              type: sftp
              settings:
                host: sftp.example.com
                user: acme
                hostKey: file:secrets/host-key
                password: env:ACORN_NOT_SET_ANYWHERE
                upload: in
            """, "");
        assertThat(run("config", "check")).isOne();
        assertThat(out)
            .contains("error    config/partners/retailer.yaml:7: channel folder: inbox ").contains("taken is a file; name another folder")
            .contains("error    config/partners/retailer.yaml:7: channel folder: outbox ")
            .contains("taken is a file; name a folder or move")
            .contains("error    config/partners/retailer.yaml:8: channel van: there is no route template oftp2-source or oftp2-sink in "
                + "routes/channels; types there are [")
            .contains("error    config/partners/retailer.yaml:14: channel sftp: setting 'hostKey': there is no file ")
            .contains("error    config/partners/retailer.yaml:15: channel sftp: setting 'password': the environment variable "
                + "ACORN_NOT_SET_ANYWHERE is not set; set it where the hub is started");
    }

    @Test
    void twoChannelsThatWouldTakeEachOthersFilesAreNamed() throws IOException {
        partner("retailer", """
            - {name: folder, type: folder, settings: {inbox: partners/amazon-us/inbox, outbox: erp/sap/inbox}}
            - {name: one, type: as2, settings: {ownId: ACME, partnerId: SHOP, require: "", encrypt: none, sign: none}}
            - {name: two, type: as2, settings: {ownId: ACME, partnerId: SHOP, require: "", encrypt: none, sign: none}}
            - {name: bucket, type: s3, settings: {bucket: shop, region: us-east-1, download: both, upload: /both/}}
            """, "");
        assertThat(run("config", "check")).isOne();
        assertThat(out).contains("config/partners/retailer.yaml:7: channel folder: the folder ")
            .contains("are those of channel folder in config/partners/amazon-us.yaml too: one would take the other's files")
            .contains("config/partners/retailer.yaml:7: channel folder: outbox erp/sap/inbox is the inbox of config/erp/sap.yaml too")
            .contains("config/partners/retailer.yaml:9: channel two: AS2 identifiers ACME and SHOP are those of channel one in "
                + "config/partners/retailer.yaml too: a message could be either's")
            .contains("config/partners/retailer.yaml:10: channel bucket: upload is the same as download: what is sent would be taken in "
                + "again");
    }

    @Test
    void certificatesThatAreNeededAndCannotBeUsedAreNamed() throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path data = home.resolve("data");
        Keys.rsa("own", now.minusSeconds(9), now.plusSeconds(9_000)).own(data, "own.p12");
        Keys.rsa("partner", now.minusSeconds(9_000), now.minusSeconds(9)).partner(data, "partner.pem");
        Keys.rsa("next", now.minusSeconds(9), now.plusSeconds(9_000)).partner(data, "next.pem");
        Files.writeString(home.resolve("data/secrets/own"), Keys.PASSWORD);
        String channel = """
            - name: as2
              type: as2
              settings: {ownId: ACME, partnerId: SHOP, url: "http://127.0.0.1:1/as2"}
              certificates:
                - {owner: own, file: own.p12, password: "file:secrets/own", uses: [SIGN]}
                - {owner: partner, file: partner.pem, uses: [SIGN, ENCRYPT]}
            """;
        partner("retailer", channel, "");
        assertThat(run("config", "check")).isOne();
        assertThat(out).containsPattern("error    config/partners/retailer.yaml:12: channel as2: .*partner.pem.*")
            .containsPattern("error    config/partners/retailer.yaml:10: channel as2: there is no certificate with owner own and use "
                + "ENCRYPT, which is needed to decrypt what comes; or leave encrypted out of require");
        partner("retailer", channel.replace("[SIGN]", "[SIGN, ENCRYPT]") + """
                - {owner: partner, file: next.pem, uses: [SIGN, ENCRYPT]}
            """, "");
        assertThat(run("config", "check")).as(out).isZero();
        assertThat(out).containsPattern("warning  config/partners/retailer.yaml:12: channel as2: .*partner.pem.*")
            .contains("0 errors, 1 warnings");
        Files.writeString(home.resolve("data/secrets/own"), "another");
        assertThat(run("config", "check")).isOne();
        assertThat(out).containsPattern("error    config/partners/retailer.yaml:11: channel as2: .*own.p12.*").doesNotContain("another");
    }

    @Test
    void anAgreementWhoseChannelGoesTheOtherWayIsNamed() throws IOException {
        partner("retailer", "- {name: folder, type: folder, settings: {outbox: partners/retailer/outbox}}\n", """
            - {document: "850", direction: inbound, release: "004010", canonical: PurchaseOrder,
               bundle: x12/004010/850-purchase-order, channel: folder, deliverTo: [sap]}
            """);
        assertThat(run("config", "check")).isOne();
        assertThat(out).contains("config/partners/retailer.yaml:9: agreement 850 inbound: its channel folder (folder) takes nothing in: "
            + "its setting 'inbox' is missing");
    }

    @Test
    void eachDefectIsAnObjectAndWrongUseIsNoDefect() throws IOException {
        partner("retailer", "- {name: folder, type: folder, settings: {inbocks: in}}\n", "");
        assertThat(run("config", "check", "--format", "json")).isOne();
        JsonNode defect = new ObjectMapper().readTree(out.lines().findFirst().orElseThrow());
        assertThat(defect.path("level").asText()).isEqualTo("ERROR");
        assertThat(defect.path("file").asText()).isEqualTo("config/partners/retailer.yaml");
        assertThat(defect.path("line").asInt()).isEqualTo(7);
        assertThat(defect.path("text").asText()).contains("unknown setting 'inbocks'; did you mean 'inbox'");
        assertThat(run("config", "check", "--formt", "json")).isEqualTo(2);
        assertThat(run("config")).isEqualTo(2);
        assertThat(run("config", "partner", "new", "retailer", "--like", "amazon-us")).isEqualTo(2);
        assertThat(err).contains("is there already and is not written over");
        assertThat(run("config", "partner", "new", "other", "--like", "amazon-es")).isEqualTo(2);
        assertThat(err).contains("the types of channels are [folder, as2,");
        assertThat(run("config", "partner", "list")).isOne();
        assertThat(out).contains("amazon-us  live  Amazon Vendor Central, United States  channels folder (folder), "
            + "api (spapi, not enabled)")
            .contains("retailer  broken, 1 defects; see config check");
    }

    @Test
    void aNewPartnerKeepsTheCommentsAndIsCompleteOnceItsIdentifiersAreFilledIn() throws IOException {
        assertThat(run("config", "partner", "new", "amazon-de", "--like", "amazon-us", "--set", "usage=T", "--set",
            "channels.api.settings.region=EU")).as(err).isZero();
        Path file = home.resolve("config/partners/amazon-de.yaml");
        String text = Files.readString(file);
        assertThat(text).contains("name: amazon-de\n").contains("enabled: false\n").contains("usage: T\n").contains("region: EU\n")
            .contains("partner: {qualifier: ZZ, id: \"\", group: \"\"}").contains("inbox: partners/amazon-de/inbox")
            .contains("${ACORN_AMAZON_DE_API:false}").contains("# Dated policies").doesNotContain("amazon-us").doesNotContain("ACMEVENDOR");
        assertThat(text.lines().filter(l -> l.contains("#")).count())
            .isGreaterThan(Files.readAllLines(Path.of("config/partners/amazon-us.yaml")).stream().filter(l -> l.contains("#")).count());
        assertThat(run("config", "check")).isOne();
        assertThat(out).contains("amazon-de.yaml:14: 'identifiers.partner.id' is missing").contains("'identifiers.own.group' is missing")
            .contains("4 errors, 0 warnings");
        Files.writeString(file, text.replace("id: \"\", group: \"\"", "id: AMAZONDE, group: AMAZONDE"));
        assertThat(run("config", "check")).as(out).isZero();
        assertThat(run("config", "partner", "list")).isZero();
        assertThat(out).contains("amazon-de  not enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "as2", "sftp", "ftp", "sftp-server", "s3", "http", "spapi"})
    void aNewPartnerOfEachTypeLacksWhatOnlyAPersonKnows(String type) throws IOException {
        assertThat(run("config", "partner", "new", "shop", "--like", type)).as(err).isZero();
        assertThat(run("config", "check")).isOne();
        List<String> defects = out.lines().filter(l -> l.contains("shop.yaml")).toList();
        assertThat(defects).isNotEmpty().allSatisfy(d -> assertThat(d).containsAnyOf("is missing", "say ", "there is no ", "is not set"))
            .noneMatch(d -> d.contains("unknown"));
        assertThat(defects.stream().anyMatch(d -> d.contains("'identifiers.partner.id'"))).isTrue();
        assertThat(Files.readString(home.resolve("config/partners/shop.yaml")))
            .doesNotContain("partner-name").doesNotContain("PARTNER_NAME");
    }
}
