// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.HubApplication;
import io.acornhub.HubHome;
import io.acornhub.sftp.OpenSshServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast the hub fetches files from four accounts of an OpenSSH server: each file archived and its row committed, then deleted
 * there; against OpenSSH's own client that copies and deletes the same files in four sessions. Prints seconds of each round and
 * the ratio. Arguments: files (1000), bytes of each (10000), rounds (3), folder to work in (target/sftp-benchmark).
 */
public final class SftpBenchmark {
    private static final int ACCOUNTS = 4;
    private final PrintStream out;
    private final int files;
    private final int size;
    private final Path folder;
    private final Random random = new Random(1);
    private int number;

    private SftpBenchmark(PrintStream out, int files, int size, Path folder) {
        this.out = out;
        this.files = files;
        this.size = size;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        int files = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int size = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        Path folder = Path.of(args.length > 3 ? args[3] : "target/sftp-benchmark").toAbsolutePath();
        if (!OpenSshServer.isInstalled()) {
            throw new IllegalStateException("there is no OpenSSH server on this machine (package openssh-server)");
        }
        new SftpBenchmark(System.out, files, size, folder).run(rounds);
    }

    private void run(int rounds) throws Exception {
        Path keys = Files.createDirectories(folder.resolve("ssh-" + Instant.now().toEpochMilli()));
        try (OpenSshServer server = OpenSshServer.start(keys, 0);
             ConfigurableApplicationContext hub = hub(server)) {
            JdbcTemplate jdbc = hub.getBean(JdbcTemplate.class);
            for (int round = 1; round <= rounds; round++) {
                double plain = plain(server);
                double ours = ours(server, jdbc);
                out.printf("round %d: %d files of %d bytes, %d accounts: hub %.2f s, sftp %.2f s, ratio %.2f%n", round,
                    files, size, ACCOUNTS,
                    ours, plain, plain / ours);
            }
        }
    }

    private static Path account(OpenSshServer server, int index) throws IOException {
        return Files.createDirectories(server.root().resolve("account" + index));
    }

    private ConfigurableApplicationContext hub(OpenSshServer server) throws IOException {
        HubHome home = HubHome.copy(folder.resolve("home"));
        StringBuilder channels = new StringBuilder();
        for (int i = 0; i < ACCOUNTS; i++) {
            account(server, i);
            channels.append("  - {name: a").append(i).append(", type: sftp, settings: {host: 127.0.0.1, port: \"").append(server.port())
                .append("\", user: ").append(server.user()).append(", hostKey: \"").append(server.hostKey()).append("\", key: \"file:")
                .append(server.clientKey()).append("\", download: account").append(i).append(", poll: PT0.2S}}\n");
        }
        home.write("config/partners/bench.yaml", """
            name: bench
            title: Four accounts
            usage: P
            zone: UTC
            identifiers:
              partner: {qualifier: ZZ, id: BENCH, group: BENCH}
              own: {qualifier: ZZ, id: ACMEVENDOR, group: ACMEVENDOR}
            channels:
            %sagreements: []
            """.formatted(channels));
        return new SpringApplicationBuilder(HubApplication.class).run("--acorn.home=" + home.folder(), "--server.port=0",
            "--acorn.data=" + folder.resolve("data-" + Instant.now().toEpochMilli()));
    }

    /** Files beside the accounts' folders, on the same disk. */
    private List<Path> written() throws IOException {
        List<Path> fresh = new ArrayList<>();
        Path beside = Files.createDirectories(folder.resolve("beside"));
        for (int i = 0; i < files; i++) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            fresh.add(Files.write(beside.resolve("VEND850." + ++number), content));
        }
        return fresh;
    }

    private static void drop(List<Path> files, Path[] accounts) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            Files.move(files.get(i), accounts[i % ACCOUNTS].resolve(files.get(i).getFileName()));
        }
    }

    private double ours(OpenSshServer server, JdbcTemplate jdbc) throws IOException {
        int before = received(jdbc);
        Path[] accounts = new Path[ACCOUNTS];
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts[i] = account(server, i);
        }
        List<Path> fresh = written();
        Instant begin = Instant.now();
        drop(fresh, accounts);
        Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofMinutes(10))
            .until(() -> received(jdbc) == before + files && left(server) == 0);
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    private static int received(JdbcTemplate jdbc) {
        return jdbc.queryForObject("select count(*) from interchange where counterpart = 'bench'", Integer.class);
    }

    private static long left(OpenSshServer server) throws IOException {
        long left = 0;
        for (int i = 0; i < ACCOUNTS; i++) {
            try (Stream<Path> files = Files.list(account(server, i))) {
                left += files.count();
            }
        }
        return left;
    }

    /** The same in folders that the hub does not look at. */
    private double plain(OpenSshServer server) throws Exception {
        Path known = Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + server.port() + " " + server.hostKey() + "\n");
        Path[] accounts = new Path[ACCOUNTS];
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts[i] = Files.createDirectories(server.root().resolve("plain" + i));
        }
        List<Path> fresh = written();
        Instant begin = Instant.now();
        drop(fresh, accounts);
        List<Process> clients = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            Path from = accounts[i];
            Path to = Files.createDirectories(folder.resolve("plain" + i));
            Path batch = Files.writeString(folder.resolve("batch" + i), "get -f " + from + "/* " + to + "/\nrm " + from + "/*\n");
            clients.add(new ProcessBuilder("/usr/bin/sftp", "-q", "-b", batch.toString(), "-i", server.clientKey().toString(), "-P",
                Integer.toString(server.port()), "-o", "StrictHostKeyChecking=yes", "-o", "UserKnownHostsFile=" + known, "-F", "none",
                server.user() + "@127.0.0.1").redirectErrorStream(true).redirectOutput(folder.resolve("sftp" + i + ".log").toFile())
                .start());
        }
        for (Process client : clients) {
            if (client.waitFor() != 0) {
                throw new IllegalStateException("sftp failed; see " + folder.resolve("sftp0.log"));
            }
        }
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}
