// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one servlet: takes a request from the wire to the {@link Gateway} and its outcome back. No thread waits for held answers. */
final class SimulatorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Gateway gateway;
    private final transient ScheduledExecutorService timer;
    private final transient Set<Runnable> held = ConcurrentHashMap.newKeySet();

    SimulatorServlet(Gateway gateway, ScheduledExecutorService timer) {
        this.gateway = gateway;
        this.timer = timer;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, request.getHeader(name)));
        Call call = new Call(request.getMethod(), request.getRequestURI(), request.getQueryString(), headers,
            request.getInputStream().readAllBytes());
        Gateway.Outcome outcome = gateway.handle(call);
        if (outcome.answer() == null) {
            close(request, outcome.hold());
            return;
        }
        byte[] body = outcome.answer().body();
        response.setStatus(outcome.answer().status());
        outcome.answer().headers().forEach(response::setHeader);
        outcome.headers().forEach(response::setHeader);
        response.setContentType(outcome.answer().contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void close(HttpServletRequest request, Duration hold) {
        Runnable closer = (Runnable) request.getAttribute(ConnectionCloser.ATTRIBUTE);
        if (hold.isZero()) {
            closer.run();
            return;
        }
        request.startAsync().setTimeout(0);
        AtomicBoolean done = new AtomicBoolean();
        Runnable end = new Runnable() {
            @Override
            public void run() {
                if (done.compareAndSet(false, true)) {
                    held.remove(this);
                    // ends the request too: Tomcat sees an error on its connection
                    closer.run();
                }
            }
        };
        held.add(end);
        timer.schedule(end, hold.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Closes every connection that waits. */
    void releaseAll() {
        Set.copyOf(held).forEach(Runnable::run);
    }
}
