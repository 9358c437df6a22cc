// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.errorhandler.DeadLetterChannelDefinition;

/** What runs in a Camel context, held against what should. */
final class RunningRoutes {
    private final ModelCamelContext camel;

    RunningRoutes(ModelCamelContext camel) {
        this.camel = camel;
    }

    /** Every difference to the expected route ids, and every route that lacks what all must have. */
    List<String> problems(Set<String> expected) {
        List<String> found = new ArrayList<>();
        Set<String> missing = new TreeSet<>(expected);
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            RouteDefinition definition = camel.getRouteDefinition(id);
            if (!missing.remove(id)) {
                found.add(id + " runs and stands in no file");
            }
            if (camel.getRouteController().getRouteStatus(id) != ServiceStatus.Started) {
                found.add(id + " is not started");
            }
            if (definition.getDescriptionText() == null || definition.getDescriptionText().isBlank()) {
                found.add(id + " has no description");
            }
            if (route.getEndpoint() instanceof JmsEndpoint
                && !(definition.getErrorHandlerFactory() instanceof DeadLetterChannelDefinition)) {
                found.add(id + " takes from a queue and its failures do not reach the policy");
            }
        }
        missing.forEach(id -> found.add(id + " stands in a file and does not run"));
        return found;
    }

    /** The queues that routes take from. */
    Set<String> queues() {
        Set<String> queues = new TreeSet<>();
        for (Route route : camel.getRoutes()) {
            if (route.getEndpoint() instanceof JmsEndpoint jms) {
                queues.add(jms.getDestinationName());
            }
        }
        return queues;
    }

    /** Those queues that nobody takes from, as the broker sees it. */
    static List<String> withoutConsumer(Set<String> queues) throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        List<String> without = new ArrayList<>();
        for (String queue : queues) {
            ObjectName name = new ObjectName("org.apache.activemq:type=Broker,brokerName=acorn,destinationType=Queue,"
                + "destinationName=" + queue);
            if (!beans.isRegistered(name) || (long) beans.getAttribute(name, "ConsumerCount") == 0) {
                without.add(queue);
            }
        }
        return without;
    }
}
