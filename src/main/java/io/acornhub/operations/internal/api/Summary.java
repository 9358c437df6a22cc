// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.Light;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** One sentence about a document: where it is and what to do next. */
final class Summary {
    private Summary() {
    }

    static String of(Document document, Dossier dossier, Instant now) {
        return switch (document.state()) {
            case RECEIVED -> "Taken in and accepted by its grammar; the translation comes next, nothing to do.";
            case TRANSLATED -> isInbound(document) ? "Translated; it is about to go to the ERP systems, nothing to do."
                : "Translated; it is about to be written for the partner, nothing to do.";
            case HELD -> held(dossier);
            case PARKED -> parked(document, dossier);
            case REJECTED -> document.outgoingId() != null ? "Sent, and the partner refused it: see faults and tasks; correct it where "
                + "it is made and let it come again, or resend it."
                : "Refused by its grammar, and the partner was told so in the acknowledgment; see faults, and "
                + "wait for the partner to send it again corrected.";
            case DISPATCHED -> dispatched(dossier);
            case DELIVERED -> "In every ERP system" + next(document, dossier, now);
            case ENVELOPED -> "Written into interchange " + document.outgoingId() + ", which goes out next; nothing to do.";
            case SENT -> sent(document, now);
            case CLOSED -> isInbound(document) ? "Applied and closed; nothing to do."
                : document.lights().get(Light.ACKNOWLEDGED) == Light.Colour.AMBER
                ? "Sent; the partner said no failure in its time, so it counts as accepted; nothing to do."
                : "Sent and acknowledged by the partner; nothing to do.";
            case DROPPED -> "Ended by a person" + reason(dossier) + "; nothing of it was sent further.";
        };
    }

    private static boolean isInbound(Document document) {
        return "INBOUND".equals(document.direction());
    }

    private static String held(Dossier dossier) {
        List<Views.HoldView> held = dossier.held();
        String first = held.isEmpty() ? "a rule says no" : held.get(0).text();
        String more = held.size() > 1 ? " (and " + (held.size() - 1) + " more)" : "";
        return "Held: " + withoutStop(first) + more + "; release it with a reason if that is right, or drop it.";
    }

    private static String parked(Document document, Dossier dossier) {
        List<Views.ParkedView> waiting = dossier.waiting();
        if (waiting.isEmpty()) {
            return "Parked at stage " + document.stage() + "; see faults, repair the cause, then replay it.";
        }
        Views.ParkedView parked = waiting.get(0);
        String advice = switch (parked.family()) {
            case "MAPPING" -> "correct the mapping or configuration, then replay it";
            case "CHANNEL" -> "see that the other side can be reached, then replay it";
            default -> "this is a defect of the hub: its log has the stack, report it and replay it after the repair";
        };
        return "Parked in " + parked.queue() + ": " + withoutStop(parked.text()) + "; " + advice + ".";
    }

    private static String dispatched(Dossier dossier) {
        String states = dossier.deliveries().stream().map(Summary::delivery).collect(Collectors.joining(", "));
        boolean parked = dossier.deliveries().stream().anyMatch(d -> "PARKED".equals(d.status()));
        return "On its way to the ERP systems" + (states.isEmpty() ? "" : ": " + states)
            + (parked ? "; see that the parked one can be reached, then replay it." : "; nothing to do.");
    }

    private static String delivery(Views.DeliveryView delivery) {
        String words = switch (delivery.status()) {
            case "DELIVERED" -> " has it";
            case "PARKED" -> " is parked (" + withoutStop(String.valueOf(delivery.lastError())) + ")";
            default -> delivery.attempts() > 0 ? " failed " + delivery.attempts() + " times and is tried again" : " waits";
        };
        return delivery.erpSystem() + words;
    }

    private static String next(Document document, Dossier dossier, Instant now) {
        Dossier.OrderRow order = dossier.order();
        if (order == null || !"PurchaseOrder".equals(document.canonicalType())) {
            return "; nothing to do.";
        }
        if (order.acknowledgedAt() != null) {
            return "; the order is acknowledged, nothing to do.";
        }
        return order.acknowledgmentDue() == null ? "; the ERP's answer is awaited."
            : "; the ERP's answer is awaited, the acknowledgment " + due(order.acknowledgmentDue(), now) + ".";
    }

    private static String sent(Document document, Instant now) {
        if (document.lights().get(Light.ACKNOWLEDGED) == Light.Colour.RED) {
            return "Sent, and the partner refused it: see faults, correct it in the ERP and let it answer again.";
        }
        return document.acknowledgmentDue() == null ? "Sent to the partner; nothing more is expected."
            : "Sent to the partner, whose acknowledgment " + due(document.acknowledgmentDue(), now)
            + (document.acknowledgmentDue().isBefore(now) ? "; ask the partner, and replay it if it was lost." : ".");
    }

    private static String due(Instant due, Instant now) {
        return (due.isBefore(now) ? "was due " : "is due ") + Deadlines.inWords(due, now);
    }

    private static String reason(Dossier dossier) {
        return dossier.holds().stream().filter(h -> h.reason() != null).findFirst()
            .map(h -> " (" + h.decidedBy() + ": " + withoutStop(h.reason()) + ")").orElse("");
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
