// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.edi.ReceivedTechnical;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Applies a TA1 of a partner to the interchange of ours that it names. In the caller's transaction. */
@Component
public class TechnicalAnswers {
    private final StageTools tools;

    public TechnicalAnswers(StageTools tools) {
        this.tools = tools;
    }

    void apply(Partner partner, ReceivedTechnical answer) {
        List<Interchange> ours = tools.interchanges().select("where direction = 'OUTBOUND' and side = 'PARTNER' and counterpart = ? "
            + "and control_number = ?", partner.name(), answer.interchangeControlNumber());
        String text = "TA1 " + answer.code() + " " + answer.note() + " " + answer.words();
        if (ours.isEmpty()) {
            tools.log(Queues.INBOUND_ACKNOWLEDGED, answer.interchangeControlNumber(), "orphan " + text + ": no such interchange was sent");
        }
        for (Interchange interchange : ours) {
            tools.interchanges().event(interchange.id(), Queues.INBOUND_ACKNOWLEDGED, answer.rejected() ? "rejected" : "received", text);
            List<DocumentChange> changes = new ArrayList<>();
            for (Document document : tools.documents()
                .lock(tools.documents().leftIn(interchange.id()).stream().map(Document::id).toList())) {
                DocumentChange change = new DocumentChange(document).event(Queues.INBOUND_ACKNOWLEDGED, "technical", text);
                if (answer.rejected()) {
                    change.state(DocumentState.REJECTED).light(Light.ACKNOWLEDGED, Light.Colour.RED);
                }
                changes.add(change);
            }
            tools.documents().apply(changes);
        }
    }
}
