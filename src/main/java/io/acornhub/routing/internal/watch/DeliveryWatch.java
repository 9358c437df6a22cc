// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.watch;

import io.acornhub.routing.Queues;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.springframework.stereotype.Component;

/** Tells the watch of each message that was handed over, whatever the channel or adapter; failures come to it from the error policy. */
@Component
class DeliveryWatch extends SimpleEventNotifierSupport {
    private final StageWatch watch;

    DeliveryWatch(StageWatch watch) {
        this.watch = watch;
        setIgnoreExchangeEvents(false);
        setIgnoreExchangeCompletedEvent(false);
    }

    @Override
    public void notify(CamelEvent event) {
        Exchange exchange = ((ExchangeCompletedEvent) event).getExchange();
        // one that the error policy has sent back to its queue has completed too
        boolean failed = exchange.getProperty(Exchange.EXCEPTION_CAUGHT) != null;
        if (!failed && exchange.getFromEndpoint() instanceof JmsEndpoint from) {
            String queue = from.getDestinationName();
            if (Queues.handsOver(queue)) {
                watch.works(Queues.stage(queue));
            }
        }
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeCompletedEvent;
    }
}
