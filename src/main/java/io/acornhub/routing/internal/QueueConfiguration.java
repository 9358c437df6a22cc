// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.routing.HubSettings;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.RedeliveryPolicy;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsMessageType;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.core.JmsTemplate;

/** The queues as Camel and the stages use them: component {@code queue:}, sessions transacted, consumers kept. */
@Configuration
class QueueConfiguration {

    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory connectionFactory(HubSettings settings) {
        String url = settings.broker().url().isEmpty() ? "vm://" + EmbeddedBroker.NAME + "?create=false&waitForStart=20000"
            : settings.broker().url();
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
        if (!settings.broker().user().isEmpty()) {
            factory.setUserName(settings.broker().user());
            factory.setPassword(settings.broker().password());
        }
        factory.setRedeliveryPolicy(whenARollbackHappens());
        factory.getPrefetchPolicy().setQueuePrefetch(8);
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(factory);
        pool.setMaxConnections(settings.broker().connections());
        pool.setUseAnonymousProducers(true);
        return pool;
    }

    /**
     * Only what the error policy could not settle is rolled back: the process stopped, or the database or the broker were away
     * while it tried. That is tried again for about an hour, then goes to the broker's own ActiveMQ.DLQ.
     */
    private static RedeliveryPolicy whenARollbackHappens() {
        RedeliveryPolicy policy = new RedeliveryPolicy();
        policy.setInitialRedeliveryDelay(1000);
        policy.setUseExponentialBackOff(true);
        policy.setBackOffMultiplier(2);
        policy.setMaximumRedeliveryDelay(60_000);
        policy.setMaximumRedeliveries(60);
        return policy;
    }

    @Bean("queue")
    JmsComponent queue(ConnectionFactory connectionFactory) {
        JmsComponent component = new JmsComponent();
        component.setConnectionFactory(connectionFactory);
        component.setTransacted(true);
        component.setLazyCreateTransactionManager(false);
        component.setCacheLevelName("CACHE_CONSUMER");
        component.setJmsMessageType(JmsMessageType.Text);
        component.setReceiveTimeout(2000);
        component.setAcceptMessagesWhileStopping(false);
        return component;
    }

    @Bean
    JmsTemplate jmsTemplate(ConnectionFactory connectionFactory) {
        JmsTemplate template = new JmsTemplate(connectionFactory);
        template.setSessionTransacted(true);
        template.setReceiveTimeout(500);
        return template;
    }
}
