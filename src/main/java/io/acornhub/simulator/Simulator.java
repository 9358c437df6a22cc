// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import io.acornhub.simulator.internal.World;
import io.acornhub.simulator.internal.analytics.Analytics;
import io.acornhub.simulator.internal.control.Page;
import io.acornhub.simulator.internal.edi.EdiControl;
import io.acornhub.simulator.internal.edi.EdiPartner;
import io.acornhub.simulator.internal.finances.InvoiceEndpoints;
import io.acornhub.simulator.internal.http.Server;
import io.acornhub.simulator.internal.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Amazon's side on plain HTTP: the Selling Partner API for vendors with state, and Login with Amazon at
 * {@code baseUri()/auth/o2/token}. The regions' hosts are {@code baseUri()/na}, {@code /eu} and {@code /fe}; without such a prefix a
 * call goes to the region of its token. What a person or test does to it goes to {@code /_sim/…}.
 *
 * <p>All state is in memory and gone when it is closed. Any number of simulators can run in one process.
 */
public final class Simulator implements AutoCloseable {
    private final World world;
    private final Clock clock;
    private final Server server;
    private final List<EdiPartner> partners = new ArrayList<>();

    private Simulator(World world, Clock clock, Server server) {
        this.world = world;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Starts one and returns when it listens.
     *
     * @throws IllegalStateException when the port is taken
     * @throws IllegalArgumentException for settings that make no sense
     */
    public static Simulator start(SimulatorSettings settings) {
        World world = new World(settings);
        Analytics.addTo(world);
        new Page().addTo(world.routes());
        InvoiceEndpoints.addTo(world);
        return new Simulator(world, world.clock(), new Server(settings.host(), settings.port(), world.gateway()));
    }

    /**
     * Starts Amazon's static sandbox instead: it answers from files of requests and answers, and remembers nothing.
     *
     * @param cases a folder of {@code *.json}, each with a list {@code cases} of method, path, request.parameters (name, in, value)
     *     and response (status, body)
     * @throws IllegalStateException when the port is taken
     * @throws IllegalArgumentException for a folder without such files
     */
    public static Simulator startSandbox(SimulatorSettings settings, Path cases) {
        Sandbox sandbox = new Sandbox(settings, cases);
        return new Simulator(null, settings.clock(), new Server(settings.host(), settings.port(), sandbox.gateway()));
    }

    /**
     * Amazon also works on two folders, as an EDI partner, until this is closed.
     *
     * @throws IllegalStateException for a static sandbox, which has no orders, and for a second partner
     */
    public void addEdiPartner(EdiPartnerSettings settings) {
        if (world == null || !partners.isEmpty()) {
            throw new IllegalStateException(world == null ? "a static sandbox has no EDI partner" : "there is an EDI partner already");
        }
        EdiPartner partner = new EdiPartner(world, settings);
        partners.add(partner);
        new EdiControl(world, partner).addTo(world.routes());
    }

    /** Scheme, host and port. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** Amazon's time: what tests may give a hub, so that both sides agree. */
    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        partners.forEach(EdiPartner::close);
        server.close();
    }
}
