// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/** Opens the store of an embedded broker whose process has ended, to count what lies in it. */
final class LeftInBroker {
    private LeftInBroker() {
    }

    /** Messages by queue, and those that wait for their time under {@code scheduled}. */
    static Map<String, Long> of(Path data) throws Exception {
        Path folder = data.resolve("broker");
        BrokerService broker = new BrokerService();
        broker.setBrokerName("acorn");
        broker.setDataDirectoryFile(folder.toFile());
        broker.setUseJmx(false);
        broker.setSchedulerSupport(true);
        broker.setUseShutdownHook(false);
        KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
        store.setDirectory(folder.resolve("kahadb").toFile());
        broker.setPersistenceAdapter(store);
        broker.start();
        broker.waitUntilStarted();
        try {
            Map<String, Long> left = new TreeMap<>();
            left.put("scheduled", (long) broker.getJobSchedulerStore().getJobScheduler("JMS").getAllJobs().size());
            for (Map.Entry<org.apache.activemq.command.ActiveMQDestination, Destination> one : broker.getRegionBroker().getDestinationMap()
                .entrySet()) {
                if (one.getKey().isQueue()) {
                    left.put(one.getKey().getPhysicalName(), one.getValue().getDestinationStatistics().getMessages().getCount());
                }
            }
            return left;
        } finally {
            broker.stop();
            broker.waitUntilStopped();
        }
    }
}
