// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.base;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The lock on everything Amazon remembers: orders, submissions, shipments, invoices. All of it is in memory and gone with the
 * process. Whoever enters finds the state caught up with the clock.
 */
public final class State {
    private final ReentrantLock lock = new ReentrantLock();
    private final Agenda agenda;

    public State(Agenda agenda) {
        this.agenda = agenda;
    }

    public <T> T with(Supplier<T> work) {
        lock.lock();
        try {
            agenda.catchUp();
            T result = work.get();
            agenda.catchUp();
            return result;
        } finally {
            lock.unlock();
        }
    }
}
