// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.awaitility.Awaitility;

/** An ActiveMQ broker in a Java process of its own, as production has it: KahaDB, scheduler, TCP on the loopback address. */
public final class BrokerProcess implements AutoCloseable {
    /** A file the process writes when clients can connect. */
    private static final String READY = "ready";
    private final Path folder;
    private final int port;
    private Process process;

    public BrokerProcess(Path folder) {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BrokerProcess start() {
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve("broker.log");
            Files.deleteIfExists(folder.resolve(READY));
            process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", TestClassPath.all(),
                BrokerProcess.class.getName(), folder.toString(), Integer.toString(port))
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
            Awaitility.await("broker").atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve(READY)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What a hub writes into {@code acorn.broker.url}. */
    public String url() {
        return "failover:(tcp://127.0.0.1:" + port + ")";
    }

    /** Messages left by queue. */
    public Map<String, Long> left() throws JMSException {
        Map<String, Long> left = new TreeMap<>();
        try (Connection connection = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port).createConnection()) {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            for (ActiveMQQueue queue : ((ActiveMQConnection) connection).getDestinationSource().getQueues()) {
                try (QueueBrowser browser = session.createBrowser((Queue) queue)) {
                    left.put(queue.getPhysicalName(), (long) Collections.list(browser.getEnumeration()).size());
                }
            }
        }
        return left;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** The process itself: folder and port. */
    public static void main(String[] args) throws Exception {
        File folder = new File(args[0]);
        BrokerService broker = new BrokerService();
        broker.setBrokerName("outside");
        broker.setUseJmx(false);
        broker.setSchedulerSupport(true);
        broker.setDataDirectoryFile(folder);
        KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
        store.setDirectory(new File(folder, "kahadb"));
        broker.setPersistenceAdapter(store);
        broker.addConnector("tcp://127.0.0.1:" + args[1]);
        broker.start();
        broker.waitUntilStarted();
        Files.writeString(folder.toPath().resolve(READY), args[1]);
        new CountDownLatch(1).await();
    }
}
