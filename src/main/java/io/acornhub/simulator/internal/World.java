// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal;

import io.acornhub.simulator.SimulatorSettings;
import io.acornhub.simulator.internal.access.Accounts;
import io.acornhub.simulator.internal.access.Limits;
import io.acornhub.simulator.internal.access.Tokens;
import io.acornhub.simulator.internal.base.Agenda;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.base.State;
import io.acornhub.simulator.internal.control.ClockControl;
import io.acornhub.simulator.internal.control.FaultControl;
import io.acornhub.simulator.internal.control.InvoiceControl;
import io.acornhub.simulator.internal.control.OrderControl;
import io.acornhub.simulator.internal.control.ReceivedControl;
import io.acornhub.simulator.internal.control.SettingsControl;
import io.acornhub.simulator.internal.faults.Faults;
import io.acornhub.simulator.internal.http.Calls;
import io.acornhub.simulator.internal.http.Gateway;
import io.acornhub.simulator.internal.http.Paging;
import io.acornhub.simulator.internal.http.Routes;
import io.acornhub.simulator.internal.invoices.InvoiceSubmissions;
import io.acornhub.simulator.internal.invoices.Invoices;
import io.acornhub.simulator.internal.lwa.TokenEndpoint;
import io.acornhub.simulator.internal.orders.Acknowledgements;
import io.acornhub.simulator.internal.orders.OrderEndpoints;
import io.acornhub.simulator.internal.orders.Orders;
import io.acornhub.simulator.internal.shipments.Receiving;
import io.acornhub.simulator.internal.shipments.ShipmentConfirmations;
import io.acornhub.simulator.internal.shipments.ShipmentEndpoints;
import io.acornhub.simulator.internal.shipments.Shipments;
import io.acornhub.simulator.internal.shipments.TransportRequests;
import io.acornhub.simulator.internal.submissions.Submissions;
import io.acornhub.simulator.internal.submissions.Transactions;

/**
 * Everything a simulator is made of, put together once. A part adds its operations to {@link #routes()}, keeps time with
 * {@link #clock()} and {@link #agenda()}, and touches what is remembered only under {@link #state()} (handlers of endpoints and
 * entries of the agenda run under it already).
 */
public final class World {
    private final SimulatorSettings settings;
    private final SimulatedClock clock;
    private final Agenda agenda;
    private final State state;
    private final Rules rules;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Limits limits;
    private final Faults faults;
    private final Routes routes = new Routes();
    private final Calls calls = new Calls();
    private final Paging paging = new Paging();
    private final Orders orders;
    private final Submissions submissions = new Submissions();
    private final Transactions transactions;
    private final Shipments shipments = new Shipments();
    private final Receiving receiving;
    private final Invoices invoices = new Invoices();

    public World(SimulatorSettings settings) {
        this.settings = settings;
        clock = new SimulatedClock(settings.clock());
        agenda = new Agenda(clock);
        state = new State(agenda);
        rules = new Rules(settings.rules());
        accounts = new Accounts(settings.vendorGroups());
        tokens = new Tokens(accounts, clock, settings.timing());
        limits = new Limits(settings.usagePlans(), clock);
        faults = new Faults(settings.seed());
        orders = new Orders(agenda);
        transactions = new Transactions(clock, rules);
        receiving = new Receiving(orders, agenda);
        amazon();
        control();
    }

    private void amazon() {
        new TokenEndpoint(tokens).addTo(routes);
        new OrderEndpoints(orders, paging, clock).addTo(routes);
        new Acknowledgements(orders, submissions, transactions, agenda, clock, settings.timing(), rules).addTo(routes);
        new ShipmentConfirmations(orders, shipments, receiving, submissions, transactions, agenda, clock, settings.timing(), rules)
            .addTo(routes);
        new TransportRequests(orders, shipments, submissions, transactions, agenda, clock, settings.timing(), rules).addTo(routes);
        new ShipmentEndpoints(shipments, paging, clock).addTo(routes);
        new InvoiceSubmissions(orders, invoices, submissions, transactions, agenda, clock, settings.timing(), rules).addTo(routes);
        transactions.addTo(routes);
    }

    private void control() {
        new ClockControl(clock).addTo(routes);
        new OrderControl(orders, accounts, clock, agenda, receiving).addTo(routes);
        new FaultControl(faults, routes).addTo(routes);
        new SettingsControl(rules, limits, accounts, tokens).addTo(routes);
        new InvoiceControl(invoices).addTo(routes);
        new ReceivedControl(submissions, orders, calls).addTo(routes);
    }

    public Gateway gateway() {
        return new Gateway(routes, tokens, limits, faults, calls, rules, state, clock);
    }

    public SimulatorSettings settings() {
        return settings;
    }

    public SimulatedClock clock() {
        return clock;
    }

    public Agenda agenda() {
        return agenda;
    }

    public State state() {
        return state;
    }

    public Rules rules() {
        return rules;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Faults faults() {
        return faults;
    }

    public Routes routes() {
        return routes;
    }

    public Calls calls() {
        return calls;
    }

    public Paging paging() {
        return paging;
    }

    public Orders orders() {
        return orders;
    }

    public Shipments shipments() {
        return shipments;
    }

    public Invoices invoices() {
        return invoices;
    }

    public Submissions submissions() {
        return submissions;
    }
}
