// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.jms.JmsEndpoint;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.UncategorizedJmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/**
 * How many messages wait in the hub's queues. A broker in this process is asked through JMX, which is exact; any other one by
 * browsing, which every JMS broker allows and which is bounded.
 */
@Component
public class BrokerQueues implements DisposableBean {
    // ActiveMQ shows a browser no more than a page (maxBrowsePageSize, 400 by default).
    private static final int BROWSED = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String PARKED = ".parked";
    private final ObjectProvider<CamelContext> camel;
    private final ObjectProvider<ConnectionFactory> connections;
    private final MBeanServer server;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "queue-depths");
        thread.setDaemon(true);
        return thread;
    });
    private Future<List<QueueDepth>> asked;

    @Autowired
    BrokerQueues(ObjectProvider<CamelContext> camel, ObjectProvider<ConnectionFactory> connections) {
        this(camel, connections, ManagementFactory.getPlatformMBeanServer());
    }

    BrokerQueues(ObjectProvider<CamelContext> camel, ObjectProvider<ConnectionFactory> connections, MBeanServer server) {
        this.server = server;
        this.camel = camel;
        this.connections = connections;
    }

    /** The queues that the routes read or write, and the parked queue of each that is read. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        camel.ifAvailable(context -> {
            for (Endpoint endpoint : context.getEndpoints()) {
                if (endpoint instanceof JmsEndpoint jms && !jms.isPubSubDomain()) {
                    names.add(jms.getDestinationName());
                }
            }
        });
        names.stream().filter(n -> !n.endsWith(PARKED)).map(n -> n + PARKED).toList().forEach(names::add);
        return names;
    }

    /** @throws org.springframework.jms.JmsException if the broker cannot be reached or does not answer in time */
    public List<QueueDepth> depths() {
        Set<String> names = names();
        if (!server.queryNames(objectName("org.apache.activemq:type=Broker,brokerName=*"), null).isEmpty()) {
            return names.stream().map(name -> new QueueDepth(name, size(name), false)).toList();
        }
        return answer(ask(names));
    }

    /** A connection with failover waits for its broker for ever, so the question is put in a thread of its own, one at a time. */
    private synchronized Future<List<QueueDepth>> ask(Set<String> names) {
        if (asked == null || asked.isDone()) {
            asked = asking.submit(() -> {
                JmsTemplate template = new JmsTemplate(connections.getObject());
                return names.stream().map(name -> browse(template, name)).toList();
            });
        }
        return asked;
    }

    private static List<QueueDepth> answer(Future<List<QueueDepth>> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UncategorizedJmsException("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new UncategorizedJmsException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncategorizedJmsException("interrupted");
        }
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }

    /** A queue that nobody has used yet has no MBean, and so no message. */
    private int size(String queue) {
        Set<ObjectName> found = server.queryNames(
            objectName("org.apache.activemq:type=Broker,brokerName=*,destinationType=Queue,destinationName=" + queue), null);
        int size = 0;
        for (ObjectName name : found) {
            try {
                size += ((Number) server.getAttribute(name, "QueueSize")).intValue();
            } catch (JMException e) {
                throw new IllegalStateException("the broker does not tell the size of " + queue, e);
            }
        }
        return size;
    }

    private static QueueDepth browse(JmsTemplate template, String queue) {
        Integer count = template.browse(queue, (session, browser) -> count(browser));
        int depth = count == null ? 0 : count;
        return new QueueDepth(queue, depth, depth >= BROWSED);
    }

    private static int count(QueueBrowser browser) throws JMSException {
        Enumeration<?> messages = browser.getEnumeration();
        int count = 0;
        while (count < BROWSED && messages.hasMoreElements()) {
            messages.nextElement();
            count++;
        }
        return count;
    }

    private static ObjectName objectName(String name) {
        try {
            return new ObjectName(name);
        } catch (JMException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
