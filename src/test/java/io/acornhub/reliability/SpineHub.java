// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.HubApplication;
import io.acornhub.HubHome;
import io.acornhub.MovableClock;
import io.acornhub.archive.Archive;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.routing.Interventions;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.WorkSender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole hub inside the test's own process, with its folders and its database in the test's hands. */
final class SpineHub implements AutoCloseable {
    private static final String AMAZON = "partners/amazon-us/";
    private static final String SAP = "erp/sap/";
    private final HubHome home;
    private final Path data;
    private final List<String> settings;
    private final SapIdocs idocs;
    private final MovableClock clock = new MovableClock();
    private ConfigurableApplicationContext context;

    SpineHub(HubHome home, Path data, List<String> settings) {
        this.home = home;
        this.data = data;
        this.settings = settings;
        this.idocs = new SapIdocs(home.folder());
    }

    SpineHub start() {
        List<String> arguments = new ArrayList<>(List.of("--acorn.home=" + home.folder(), "--server.port=0"));
        KillRun.quick(data).forEach(setting -> arguments.add("--" + setting));
        settings.forEach(setting -> arguments.add("--" + setting));
        context = new SpringApplicationBuilder(HubApplication.class).initializers(this::setClock).run(arguments.toArray(String[]::new));
        return this;
    }

    private void setClock(ConfigurableApplicationContext start) {
        ((GenericApplicationContext) start).registerBean("movableClock", Clock.class, () -> clock,
            definition -> definition.setPrimary(true));
    }

    void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** The clock by which deadlines are looked at; it stays as it was set when the hub is stopped and started. */
    MovableClock clock() {
        return clock;
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    Interventions interventions() {
        return context.getBean(Interventions.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Path data() {
        return data;
    }

    /** Where its doors are, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Waits until nothing of a document has changed for two seconds. */
    void awaitQuiet() {
        Standstill still = new Standstill(() -> jdbc().queryForObject("select count(*) from event", Integer.class));
        patiently("quiet").until(() -> still.lasts(Duration.ofSeconds(2)));
    }

    /** Puts a file into the partner's inbox. */
    void fromAmazon(String name, byte[] bytes) {
        drop(data.resolve(AMAZON + "inbox"), name, bytes);
    }

    void fromAmazon(OrderFiles.OrderFile file) {
        fromAmazon(file.name(), file.text().getBytes(StandardCharsets.US_ASCII));
    }

    void fromSap(String name, byte[] bytes) {
        drop(data.resolve(SAP + "inbox"), name, bytes);
    }

    void fromWarehouse(String name, byte[] bytes) {
        drop(data.resolve("erp/wms/inbox"), name, bytes);
    }

    SapIdocs idocs() {
        return idocs;
    }

    private static void drop(Path folder, String name, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(name + ".part");
            Files.write(part, bytes);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ORDERS of an order in the folder SAP reads from; by file name, since eight digits also stand in flat IDocs by chance. */
    List<String> toSap(String po) {
        return texts(data.resolve(SAP + "outbox"), (name, text) -> name.contains("ORDERS_" + po + "_"));
    }

    /** What lies in the folder SAP reads from and contains the text. */
    List<String> toSapContaining(String wanted) {
        return texts(data.resolve(SAP + "outbox"), (name, text) -> text.contains(wanted));
    }

    /** What lies in the partner's outbox and contains the text. */
    List<String> toAmazon(String containing) {
        return texts(data.resolve(AMAZON + "outbox"), (name, text) -> text.contains(containing));
    }

    private static List<String> texts(Path folder, BiPredicate<String, String> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = new ArrayList<>();
            for (Path file : files.filter(f -> Files.isRegularFile(f) && !f.getFileName().toString().startsWith(".")).sorted().toList()) {
                String text = Files.readString(file);
                if (wanted.test(file.getFileName().toString(), text)) {
                    found.add(text);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores an interchange that is for a partner's channel, and has it sent there; its id. */
    String send(String partner, String channel, String name, byte[] content) throws IOException {
        Archive.Entry stored = bean(Archive.class).store(new ByteArrayInputStream(content));
        String id = HubId.next();
        bean(Interchanges.class).insert(new Interchange(id, "OUTBOUND", Interchange.Side.PARTNER, partner, channel, null, name,
            stored.sha256(), stored.size(), 1, null, null, null, null, null, Interchange.Status.READY, null, Instant.now(), null, null, 0,
            null));
        bean(WorkSender.class).send(Queues.name(Queues.OUTBOUND_SEND, partner + "-" + channel), WorkMessage.ofInterchange(id));
        return id;
    }

    /** Waits for one text to satisfy it and returns it. */
    String awaitToAmazon(String containing) {
        return awaitOne("to Amazon: " + containing, () -> toAmazon(containing));
    }

    String awaitToSap(String po) {
        return awaitOne("to SAP: " + po, () -> toSap(po));
    }

    private static String awaitOne(String what, Callable<List<String>> texts) {
        return patiently(what).until(texts, found -> !found.isEmpty()).get(0);
    }

    static ConditionFactory patiently(String what) {
        return Awaitility.await(what).pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(60));
    }

    /** Waits for the newest document of an order with that message type to satisfy it; the row. */
    Map<String, Object> awaitDocument(String message, String po, Predicate<Map<String, Object>> as) {
        return patiently(message + " of " + po)
            .until(() -> documents(message, po), rows -> !rows.isEmpty() && as.test(rows.get(rows.size() - 1)))
            .stream().reduce((first, second) -> second).orElseThrow();
    }

    /** Documents of an order, oldest first. */
    List<Map<String, Object>> documents(String message, String po) {
        return jdbc().queryForList("select id, state, validated_light, delivered_light, acknowledged_light, proven_light, "
            + "interchange_id, outgoing_id from document where message = ? and business_key = ? order by id", message, po);
    }

    Map<String, Object> awaitState(String message, String po, String state) {
        return awaitDocument(message, po, row -> state.equals(row.get("state")));
    }

    /** Why a document is held, by code. */
    List<String> holds(Object document) {
        return jdbc().queryForList("select code from hold where document_id = ? and status = 'HELD'", String.class, document);
    }

    /** Waits for the interchange of that file to have that status; its id. */
    String awaitInterchange(String file, String status) {
        return patiently("file " + file + " to be " + status).until(() -> jdbc().queryForList(
            "select id from interchange where file_name = ? and status = ? order by received_at desc", String.class, file, status),
            ids -> !ids.isEmpty()).get(0);
    }

    /** Codes of the faults of a document or interchange. */
    List<String> faults(Object subject) {
        return jdbc().queryForList("select code from fault where subject = ? order by seq", String.class, subject);
    }
}
