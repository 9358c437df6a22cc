// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.orders.OrderCursors;
import io.acornhub.sellingpartner.orders.OrderGaps;
import io.acornhub.sellingpartner.orders.OrderVersions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/connections/{name}")
@Tag(name = "Connections", description = "Connections to Amazon's Selling Partner API: secrets, usage plans, calls")
class ConnectionOrdersController {
    private static final int SWEEPS_SHOWN = 30;
    private final Connections connections;
    private final OrderCursors cursors;
    private final OrderVersions versions;
    private final OrderGaps gaps;

    ConnectionOrdersController(Connections connections, OrderCursors cursors, OrderVersions versions, OrderGaps gaps) {
        this.connections = connections;
        this.cursors = cursors;
        this.versions = versions;
        this.gaps = gaps;
    }

    /** @param notServed orders of vendor codes that the connection does not serve, latest first */
    record OrdersView(List<CursorView> looks, List<NotServedView> notServed) {
    }

    record CursorView(@Schema(description = "CREATED: new orders, CHANGED: changed ones") String kind,
                      @Schema(description = "Up to where everything is stored") Instant reached, Instant lookedAt, Instant nextAt,
                      @Schema(description = "Seconds between two looks, which grow while nothing comes") long pauseSeconds,
                      @Schema(description = "Looks that failed one after another") int failures,
                      @Schema(description = "Why the last one did") String problem) {
    }

    record NotServedView(String poNumber, String vendorCode, Instant seenAt) {
    }

    /** @param sweeps newest first */
    record GapsView(List<OrderGaps.Sweep> sweeps, List<OrderGaps.Gap> gaps) {
    }

    @GetMapping(path = "/orders", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How far orders are read, when it is looked again, and what is not served")
    OrdersView orders(@PathVariable String name, @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        Connection connection = connection(name);
        return new OrdersView(cursors.of(connection.name()).stream().map(c -> new CursorView(c.kind().name(), c.reached(), c.lookedAt(),
            c.next(), c.pause().toSeconds(), c.failures(), c.problem())).toList(),
            versions.notServed(connection.name(), Parameters.limit(limit)).stream().map(v -> new NotServedView(v.poNumber(), v.vendorCode(),
                v.seenAt())).toList());
    }

    @GetMapping(path = "/gaps", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The nightly comparisons with what Amazon shows: orders that had not come, and orders that Amazon does not show")
    GapsView gaps(@PathVariable String name, @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        Connection connection = connection(name);
        return new GapsView(gaps.sweeps(connection.name(), SWEEPS_SHOWN), gaps.of(connection.name(), Parameters.limit(limit)));
    }

    private Connection connection(String name) {
        return connections.find(name).orElseThrow(() -> Refusal.unknown("connection", name));
    }
}
