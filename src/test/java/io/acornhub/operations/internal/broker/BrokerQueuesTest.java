// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import javax.management.MBeanServerFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.camel.CamelContext;
import org.apache.camel.component.activemq6.ActiveMQComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;

/** A broker whose MBeans are not in the server asked stands for one in another process. */
class BrokerQueuesTest {
    private final BrokerService broker = new BrokerService();
    private CamelContext camel;
    private ActiveMQConnectionFactory connections;

    @BeforeEach
    void start() throws Exception {
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.setBrokerName("elsewhere");
        String address = broker.addConnector("tcp://localhost:0").getPublishableConnectString();
        broker.start();
        connections = new ActiveMQConnectionFactory(address);
        camel = new DefaultCamelContext();
        ActiveMQComponent component = new ActiveMQComponent();
        component.setConnectionFactory(connections);
        camel.addComponent("activemq6", component);
        camel.getEndpoint("activemq6:queue:hub.inbound.deliver");
        camel.getEndpoint("activemq6:topic:hub.news");
        camel.getEndpoint("direct:inside");
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
        broker.stop();
    }

    @Test
    void theQueuesOfTheRoutesAndTheirParkedQueuesAreCountedInABrokerElsewhere() {
        send("hub.inbound.deliver", 3);
        send("hub.inbound.deliver.parked", 1);
        assertThat(queues().depths()).containsExactly(new QueueDepth("hub.inbound.deliver", 3, false),
            new QueueDepth("hub.inbound.deliver.parked", 1, false));
        assertThat(queues().depths()).as("browsing takes nothing away").hasSize(2).first()
            .isEqualTo(new QueueDepth("hub.inbound.deliver", 3, false));
    }

    @Test
    void aLongQueueIsCountedAsFarAsTheBrokerShowsIt() {
        send("hub.inbound.deliver", 450);
        List<QueueDepth> depths = queues().depths();
        assertThat(depths.get(0).atLeast()).isTrue();
        assertThat(depths.get(0).depth()).isLessThanOrEqualTo(450).isGreaterThan(100);
    }

    @Test
    void aBrokerThatIsAwayIsAnErrorAndNoHang() throws Exception {
        ActiveMQConnectionFactory away = new ActiveMQConnectionFactory("failover:(tcp://localhost:1)");
        BrokerQueues queues = queues(away);
        try {
            assertThatThrownBy(queues::depths).isInstanceOf(JmsException.class).hasMessageContaining("no answer");
        } finally {
            queues.destroy();
        }
    }

    private void send(String queue, int count) {
        JmsTemplate template = new JmsTemplate(connections);
        for (int i = 0; i < count; i++) {
            template.convertAndSend(queue, "{}");
        }
    }

    private BrokerQueues queues() {
        return queues(connections);
    }

    private BrokerQueues queues(ActiveMQConnectionFactory factory) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("camel", camel);
        beans.addBean("connections", factory);
        return new BrokerQueues(beans.getBeanProvider(CamelContext.class), beans.getBeanProvider(ConnectionFactory.class),
            MBeanServerFactory.newMBeanServer());
    }
}
