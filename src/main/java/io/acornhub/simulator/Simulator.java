// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import io.acornhub.simulator.internal.World;
import io.acornhub.simulator.internal.http.Server;
import java.net.URI;
import java.time.Clock;

/**
 * Amazon's side on plain HTTP: the Selling Partner API for vendors with state, and Login with Amazon at
 * {@code baseUri()/auth/o2/token}. The regions' hosts are {@code baseUri()/na}, {@code /eu} and {@code /fe}; without such a prefix a
 * call goes to the region of its token. What a person or test does to it goes to {@code /_sim/…}.
 *
 * <p>All state is in memory and gone when it is closed. Any number of simulators can run in one process.
 */
public final class Simulator implements AutoCloseable {
    private final World world;
    private final Server server;

    private Simulator(World world, Server server) {
        this.world = world;
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
        return new Simulator(world, new Server(settings.host(), settings.port(), world.gateway()));
    }

    /** Scheme, host and port. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** Amazon's time: what tests may give a hub, so that both sides agree. */
    public Clock clock() {
        return world.clock();
    }

    @Override
    public void close() {
        server.close();
    }
}
