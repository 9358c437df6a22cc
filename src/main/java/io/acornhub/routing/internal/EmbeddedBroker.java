// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.routing.HubSettings;
import java.nio.file.Path;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The broker inside the process: ActiveMQ with KahaDB on disk, synced before a commit returns, reachable only from this
 * JVM. It starts before the routes and stops after them, so that no work is rolled back at an orderly stop.
 */
@Component
@ConditionalOnExpression("'${acorn.broker.url:}'.isEmpty()")
public class EmbeddedBroker implements SmartLifecycle {
    static final String NAME = "acorn";
    private static final long MEBIBYTE = 1024L * 1024;
    private final Path folder;
    private final ApplicationEventPublisher events;
    private BrokerService broker;
    private volatile boolean stopping = true;

    public EmbeddedBroker(HubSettings settings, ApplicationEventPublisher events) {
        folder = settings.data().resolve("broker");
        this.events = events;
    }

    @Override
    public void start() {
        try {
            broker = new BrokerService();
            broker.setBrokerName(NAME);
            broker.setDataDirectoryFile(folder.toFile());
            broker.setUseJmx(true);
            broker.getManagementContext().setCreateConnector(false);
            broker.setSchedulerSupport(true);
            broker.setUseShutdownHook(false);
            KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
            store.setDirectory(folder.resolve("kahadb").toFile());
            store.setJournalMaxFileLength((int) (32 * MEBIBYTE));
            broker.setPersistenceAdapter(store);
            broker.setDestinationPolicy(policy());
            broker.addShutdownHook(this::stopped);
            broker.getSystemUsage().getMemoryUsage().setLimit(64 * MEBIBYTE);
            long free = folder.toAbsolutePath().getRoot().toFile().getUsableSpace();
            broker.getSystemUsage().getStoreUsage().setLimit(Math.min(16 * 1024 * MEBIBYTE, free / 2));
            broker.getSystemUsage().getTempUsage().setLimit(Math.min(1024 * MEBIBYTE, free / 8));
            broker.getSystemUsage().getJobSchedulerUsage().setLimit(Math.min(1024 * MEBIBYTE, free / 8));
            broker.start();
            broker.waitUntilStarted();
            stopping = false;
        } catch (Exception e) {
            throw new IllegalStateException("the broker cannot start in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static PolicyMap policy() {
        PolicyEntry every = new PolicyEntry();
        every.setProducerFlowControl(false);
        // no message of the hub's ever expires; the look for such would go through all that wait
        every.setExpireMessagesPeriod(0);
        PolicyMap map = new PolicyMap();
        map.setDefaultEntry(every);
        return map;
    }

    /** By itself it stops only when it cannot write, as on a full disk, and does not begin again. */
    private void stopped() {
        if (!stopping) {
            AvailabilityChangeEvent.publish(events, "the broker inside it stopped, since it could not write", LivenessState.BROKEN);
        }
    }

    @Override
    public void stop() {
        stopping = true;
        try {
            broker.stop();
            broker.waitUntilStopped();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop in order", e);
        }
    }

    @Override
    public boolean isRunning() {
        return broker != null && broker.isStarted() && !broker.isStopped();
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
