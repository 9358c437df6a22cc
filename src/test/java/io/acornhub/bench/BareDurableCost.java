// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.sql.Timestamp;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.springframework.jdbc.core.JdbcTemplate;

/** One thread that does nothing but, a document, one KahaDB transaction (take one message, send one) and one database commit. */
final class BareDurableCost {
    private final Path folder;
    private final JdbcTemplate jdbc;

    BareDurableCost(Path folder, JdbcTemplate jdbc) {
        this.folder = folder;
        this.jdbc = jdbc;
    }

    double documentsPerSecond(int documents) throws Exception {
        BrokerService broker = new BrokerService();
        broker.setBrokerName("bare");
        broker.setUseJmx(false);
        KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
        store.setDirectory(folder.toFile());
        broker.setPersistenceAdapter(store);
        broker.start();
        jdbc.execute("create table bare_document (id bigint primary key, content varchar(4000), at timestamp with time zone)");
        try (Connection connection = new ActiveMQConnectionFactory("vm://bare?create=false").createConnection()) {
            connection.start();
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            Queue queue = session.createQueue("bare");
            MessageProducer producer = session.createProducer(queue);
            MessageConsumer consumer = session.createConsumer(queue);
            producer.send(session.createTextMessage("x".repeat(1500)));
            session.commit();
            loop(session, consumer, producer, 0, documents / 3);
            long begun = System.nanoTime();
            loop(session, consumer, producer, documents / 3, documents);
            return documents / ((System.nanoTime() - begun) / 1e9);
        } finally {
            jdbc.execute("drop table bare_document");
            broker.stop();
        }
    }

    private void loop(Session session, MessageConsumer consumer, MessageProducer producer, int first, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            TextMessage message = (TextMessage) consumer.receive();
            jdbc.update("insert into bare_document (id, content, at) values (?,?,?)", first
                + i, message.getText(), Timestamp.from(Instant.now()));
            producer.send(session.createTextMessage(message.getText()));
            session.commit();
        }
    }
}
