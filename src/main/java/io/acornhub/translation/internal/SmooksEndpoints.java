// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import io.acornhub.interchange.FaultException;
import io.acornhub.translation.Bundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.smooks.SmooksConstants;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.service.ServiceHelper;

/** The camel-smooks endpoints of the bundles, one a config file: an overlay that has no config of its own shares its base's. */
public final class SmooksEndpoints {
    private final CamelContext camel;
    private final Map<Path, Producer> producers = new ConcurrentHashMap<>();
    private final List<String> problems = new ArrayList<>();

    public SmooksEndpoints(CamelContext camel) {
        this.camel = camel;
    }

    /** Builds the bundle's Smooks now rather than with the first document; false where it does not build. */
    public boolean start(Bundle bundle) {
        try {
            producer(bundle);
            return true;
        } catch (RuntimeException e) {
            problems.add("edi-mappings/" + bundle.id() + "/" + SmooksConfigs.NAME + ":1: " + rootMessage(e));
            return false;
        }
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Runs the bundle's Smooks over the input. */
    public List<Rendered> call(Call call, byte[] input) {
        Producer producer = producer(call.bundle().bundle());
        Exchange exchange = DefaultExchange.newFromEndpoint(producer.getEndpoint());
        exchange.getMessage().setBody(input);
        exchange.getMessage().setHeader(Call.HEADER, call);
        try {
            producer.process(exchange);
        } catch (Exception e) {
            throw cause(e);
        } finally {
            exchange.getMessage().removeHeader(SmooksConstants.SMOOKS_EXECUTION_CONTEXT);
        }
        return call.rendered();
    }

    private Producer producer(Bundle bundle) {
        return producers.computeIfAbsent(bundle.file(SmooksConfigs.NAME), this::started);
    }

    private Producer started(Path config) {
        try {
            Endpoint endpoint = camel.getEndpoint("smooks:" + config.toUri());
            ServiceHelper.startService(endpoint);
            Producer producer = endpoint.createProducer();
            ServiceHelper.startService(producer);
            return producer;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(rootMessage(e), e);
        }
    }

    /** Smooks wraps what a reader throws; a fault of ours is meant for the caller. */
    private static RuntimeException cause(Exception thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof FaultException fault) {
                return fault;
            }
        }
        return thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
    }

    private static String rootMessage(Throwable thrown) {
        Throwable at = thrown;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.getClass().getName() : at.getMessage();
    }
}
