// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** The HTTP server: one connector, one servlet. */
public final class Server implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final Path folder;
    private final String host;
    private final SimulatorServlet servlet;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "simulator-held-answers");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws IllegalStateException when the port is taken */
    public Server(String host, int port, Gateway gateway) {
        this.host = host;
        this.servlet = new SimulatorServlet(gateway, timer);
        try {
            folder = Files.createTempDirectory("acorn-simulator");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tomcat.setBaseDir(folder.toString());
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(port);
        connector.setProperty("address", host);
        connector.setProperty("maxThreads", "64");
        connector.setProperty("bindOnInit", "false");
        connector.setThrowOnFailure(true);
        connector.setEncodedSolidusHandling("passthrough");
        tomcat.setConnector(connector);
        tomcat.getEngine().setName("simulator-" + Integer.toHexString(System.identityHashCode(this)));
        Context context = tomcat.addContext("", folder.toString());
        context.getPipeline().addValve(new ConnectionCloser());
        Wrapper wrapper = Tomcat.addServlet(context, "simulator", servlet);
        wrapper.setAsyncSupported(true);
        context.addServletMappingDecoded("/", "simulator");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            close();
            throw new IllegalStateException("the simulator cannot listen on " + host + ":" + port, e);
        }
    }

    public URI baseUri() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + tomcat.getConnector().getLocalPort());
    }

    /** Again: nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        servlet.releaseAll();
        timer.shutdownNow();
        try {
            if (tomcat.getServer().getState().isAvailable()) {
                tomcat.stop();
            }
            if (tomcat.getServer().getState() != LifecycleState.DESTROYED) {
                tomcat.destroy();
            }
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
