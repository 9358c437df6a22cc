// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import io.acornhub.simulator.UsagePlans.Plan;

/**
 * One operation that can be called.
 *
 * @param operation Amazon's operation id; what limits, faults and counts are kept by
 * @param path a template such as {@code /vendor/orders/v1/purchaseOrders/{purchaseOrderNumber}}
 * @param plan Amazon's usage plan; null: no limit
 * @param handler runs under the state's lock; what it throws as a Problem is answered as such
 */
public record Endpoint(String operation, String method, String path, Access access, Plan plan, Handler handler) {

    /** Who may call. */
    public enum Access {
        /** A token of a selling partner. */
        SELLING_PARTNER,
        /** A token of a scope. */
        GRANTLESS,
        /** Anybody: the control API, what is downloaded from a signed address. No limits, no faults. */
        OPEN
    }

    /** What an operation does. */
    @FunctionalInterface
    public interface Handler {
        Answer handle(Call call);
    }

    /** An operation for selling partners. */
    public static Endpoint of(String operation, String method, String path, Plan plan, Handler handler) {
        return new Endpoint(operation, method, path, Access.SELLING_PARTNER, plan, handler);
    }

    /** One of the control API. */
    public static Endpoint control(String method, String path, Handler handler) {
        return new Endpoint("_sim", method, "/_sim/" + path, Access.OPEN, null, handler);
    }
}
