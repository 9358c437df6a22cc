// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.edi.FunctionalGroups;
import io.acornhub.edi.GrammarProvider;
import io.acornhub.edi.Inspection;
import io.acornhub.edi.Inspector;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.orders.OrderPages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Second stage: what a file is. A partner's interchange is validated, checked against what came before, split into documents
 * and answered, all in one transaction; a page of orders of the Selling Partner API is split into the orders that are new in it;
 * an ERP file is split into IDocs, or into documents of JSON and CSV.
 */
@Component("identification")
public class Identification {
    private final StageTools tools;
    private final Archive archive;
    private final GrammarProvider grammars;
    private final PartnerIntake partners;
    private final IdocIntake idocs;
    private final FileIntake files;
    private final OrderPages pages;
    private final Outboxes outboxes;

    public Identification(StageTools tools, Archive archive, GrammarProvider grammars, PartnerIntake partners,
                          IdocIntake idocs, FileIntake files, OrderPages pages, Outboxes outboxes) {
        this.tools = tools;
        this.archive = archive;
        this.grammars = grammars;
        this.partners = partners;
        this.idocs = idocs;
        this.files = files;
        this.pages = pages;
        this.outboxes = outboxes;
    }

    public Emission partner(WorkMessage message) {
        return tools.traced(Queues.INBOUND_IDENTIFY, message, () -> {
            Interchange file = tools.interchanges().find(message.interchange()).orElseThrow();
            if (file.status() == Interchange.Status.RECEIVED) {
                boolean page = OrderPages.isPage(file);
                Inspection inspection = page ? null : inspect(file);
                tools.transaction().executeWithoutResult(status -> {
                    if (tools.interchanges().lock(file.id()).status() == Interchange.Status.RECEIVED) {
                        if (page) {
                            pages.take(file);
                        } else {
                            partners.take(file, inspection);
                        }
                    }
                });
            }
            return emission(file);
        });
    }

    private Inspection inspect(Interchange file) {
        long largest = tools.settings().flow().largest();
        if (file.sizeBytes() > largest) {
            return new Inspection(List.of(), List.of(Fault.of(FaultCode.FILE_TOO_LARGE, "The file has " + file.sizeBytes()
                + " bytes; the hub takes at most " + largest + " (acorn.flow.largest). Ask the partner to split it.")));
        }
        try (InputStream bytes = archive.open(file.sha256())) {
            return new Inspector().inspect(bytes, tools.configuration().on(file.receivedAt()), grammars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What follows from the rows, so that it is the same whether this message wrote them or an earlier one did. */
    private Emission emission(Interchange file) {
        Emission emission = new Emission();
        int batch = tools.settings().flow().batch();
        for (Interchange interchange : tools.interchanges().ofFile(file)) {
            List<String> translate = new ArrayList<>();
            List<String> acknowledged = new ArrayList<>();
            for (Document document : tools.documents().ofInterchange(interchange.id())) {
                if (document.state() == DocumentState.RECEIVED) {
                    (FunctionalGroups.isAcknowledgment(document.message()) ? acknowledged : translate).add(document.id());
                }
            }
            emission.addAll(Queues.INBOUND_TRANSLATE, interchange.id(), translate, batch);
            emission.addAll(Queues.INBOUND_ACKNOWLEDGED, interchange.id(), acknowledged, batch);
            for (Interchange answer : tools.interchanges().select("where answers = ? and status = 'READY'", interchange.id())) {
                emission.address(outboxes.queueOf(answer), WorkMessage.ofInterchange(answer.id()));
            }
        }
        return emission;
    }

    private void takeErp(Interchange file) {
        if (tools.configuration().erpSystem(file.counterpart()).orElseThrow().adapter().matches("file|http")) {
            files.take(file);
        } else {
            idocs.take(file);
        }
    }

    public Emission erp(WorkMessage message) {
        return tools.traced(Queues.OUTBOUND_IDENTIFY, message, () -> {
            Interchange file = tools.interchanges().find(message.interchange()).orElseThrow();
            if (file.status() == Interchange.Status.RECEIVED) {
                tools.transaction().executeWithoutResult(status -> {
                    if (tools.interchanges().lock(file.id()).status() == Interchange.Status.RECEIVED) {
                        takeErp(file);
                    }
                });
            }
            List<String> received = tools.documents().ofInterchange(file.id()).stream()
                .filter(d -> d.state() == DocumentState.RECEIVED).map(Document::id).toList();
            return new Emission().addAll(Queues.OUTBOUND_TRANSLATE, file.id(), received, tools.settings().flow().batch());
        });
    }
}
