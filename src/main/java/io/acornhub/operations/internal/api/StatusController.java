// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.lifecycle.StageFailures;
import io.acornhub.operations.internal.broker.BrokerQueues;
import io.acornhub.operations.internal.metrics.Backlog;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.jms.JmsException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/status")
@Tag(name = "Status", description = "The hub at a glance")
class StatusController {
    private final Backlog backlog;
    private final BrokerQueues broker;
    private final Configuration configuration;
    private final StageFailures failures;

    StatusController(Backlog backlog, BrokerQueues broker, Configuration configuration, StageFailures failures) {
        this.backlog = backlog;
        this.broker = broker;
        this.configuration = configuration;
        this.failures = failures;
    }

    /** Either depths or the reason why there are none. */
    private record Queues(List<Views.QueueView> depths, String problem) {
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Counts by state, queues, what waits longest, connections that fail, partners and ERP systems with their problems")
    Views.Status status() {
        Queues queues = queues();
        Map<String, Long> undelivered = backlog.undelivered();
        return new Views.Status(backlog.documentsByState(), backlog.interchangesByStatus(), backlog.held(), backlog.parked(),
            backlog.acknowledgmentsOverdue(), backlog.partnerAcknowledgmentsOverdue(), queues.depths(), queues.problem(),
            backlog.oldestWaiting().stream().map(o -> new Views.OldestView(o.state(), o.documentId(), o.since())).toList(),
            failures.all().stream().map(f -> new Views.FailingView(f.stage(), f.since(), f.lastAt(), f.failures(), f.words())).toList(),
            configuration.partners().stream().map(this::partner).toList(),
            configuration.erpSystems().stream().map(e -> erpSystem(e, undelivered)).toList(), configuration.problems());
    }

    private Queues queues() {
        try {
            return new Queues(broker.depths().stream()
                .map(d -> new Views.QueueView(d.queue(), d.depth(), d.atLeast())).toList(), null);
        } catch (JmsException e) {
            return new Queues(List.of(), "The broker cannot be reached: " + e.getMessage());
        }
    }

    private Views.PartnerView partner(Partner partner) {
        return new Views.PartnerView(partner.name(), partner.title(), partner.usage(),
            partner.channels().stream().map(StatusController::channel).toList(),
            partner.agreements().stream().map(StatusController::agreement).toList(), partner.contacts(),
            problems("partners", partner.name()));
    }

    private static String channel(Channel channel) {
        return channel.name() + " (" + channel.type() + (channel.enabled() ? ")" : ", not enabled)");
    }

    private static String agreement(Agreement agreement) {
        return agreement.document() + " " + agreement.direction().name().toLowerCase(Locale.ROOT) + " " + agreement.release();
    }

    private Views.ErpSystemView erpSystem(ErpSystem erp, Map<String, Long> undelivered) {
        return new Views.ErpSystemView(erp.name(), erp.title(), erp.adapter(), undelivered.getOrDefault(erp.name(), 0L),
            problems("erp", erp.name()));
    }

    /** Problems begin with the path of their file, with a slash of the operating system's own. */
    private List<String> problems(String folder, String name) {
        String file = folder + "/" + name + ".yaml";
        return configuration.problems().stream().filter(p -> p.replace('\\', '/').contains(file)).toList();
    }
}
