// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import jakarta.jms.Message;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/** Sends work from outside the routes: releases, replays and what the sweep finds. */
@Component
public class WorkSender {
    private final JmsTemplate jms;

    public WorkSender(JmsTemplate jms) {
        this.jms = jms;
    }

    public void send(String queue, WorkMessage message) {
        jms.send(queue, session -> {
            try {
                Message text = session.createTextMessage(WorkMessages.text(message));
                text.setStringProperty("AcornTrace", message.trace());
                return text;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Takes the message of a replayed subject out of the parked queue; none there is fine. */
    public void takeFromParked(String queue, String subject) {
        Message taken;
        do {
            taken = jms.receiveSelected(Queues.parked(queue), "AcornTrace = '" + subject + "'");
        } while (taken != null);
    }

    /** Whether nothing waits in a queue. */
    public boolean isEmpty(String queue) {
        return Boolean.TRUE.equals(jms.browse(queue, (session, browser) -> !browser.getEnumeration().hasMoreElements()));
    }
}
