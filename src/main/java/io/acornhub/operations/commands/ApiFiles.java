// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleDirection;
import io.acornhub.translation.ControlData;
import io.acornhub.translation.TranslationContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON of the Selling Partner API in files, known by its members: an order, an answer of getPurchaseOrders or getPurchaseOrder, and
 * the bodies of our own requests. What a body holds several of is read one by one, as if sent so.
 */
final class ApiFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDERS = "getPurchaseOrders";
    /** The member that tells a body, and the operation that takes it. */
    private static final Map<String, String> BODIES = new LinkedHashMap<>(Map.of("acknowledgements", "submitAcknowledgement",
        "shipmentConfirmations", "SubmitShipmentConfirmations", "invoices", "submitInvoices"));

    private final Workbench workbench;
    private final String partnerName;

    /** @param partnerName null for the partner whose vendor code or agreements the JSON fits */
    ApiFiles(Workbench workbench, String partnerName) {
        this.workbench = workbench;
        this.partnerName = partnerName;
    }

    /**
     * One document of a file.
     *
     * @param operation what it is of
     * @param canonical its canonical document; null where it has none
     * @param faults with paths in the file
     */
    record Found(String operation, Partner partner, String canonical, List<Fault> faults) {
        boolean isOrder() {
            return operation.equals(ORDERS);
        }

        /** The partner's agreement for the operation, else, where its API is not switched on, the one for the same document by EDI. */
        Optional<Agreement> agreement(String type) {
            Direction way = isOrder() ? Direction.INBOUND : Direction.OUTBOUND;
            return partner == null ? Optional.empty() : partner.agreements().stream().filter(a -> a.direction() == way)
                .filter(a -> type.equals(a.canonical())).min(Comparator.comparing(a -> a.document().equals(operation) ? 0 : 1));
        }
    }

    /** A part of a file as its bundle reads it; {@code inside} of what it reads stands at {@code path} in the file. */
    private record Part(String operation, JsonNode json, String inside, String path) {
    }

    /** The documents of a text; empty where it is no JSON of the API. */
    Optional<List<Found>> read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        List<Part> parts = parts(root);
        return parts == null ? Optional.empty() : Optional.of(parts.stream().map(this::found).toList());
    }

    private static List<Part> parts(JsonNode root) {
        if (root == null || root.has("type")) {
            return null;
        }
        for (Map.Entry<String, String> body : BODIES.entrySet()) {
            if (root.path(body.getKey()).isArray()) {
                return bodies(root.get(body.getKey()), body.getKey(), body.getValue());
            }
        }
        if (root.has("purchaseOrderNumber")) {
            return List.of(new Part(ORDERS, root, "", ""));
        }
        JsonNode payload = root.path("payload");
        if (payload.has("purchaseOrderNumber")) {
            return List.of(new Part(ORDERS, payload, "", "payload."));
        }
        JsonNode orders = root.isArray() ? root : root.has("orders") ? root.get("orders") : payload.path("orders");
        boolean listed = orders.isArray() && !orders.isEmpty() && orders.get(0).has("purchaseOrderNumber");
        return listed ? orders(orders, root.isArray() ? "" : root.has("orders") ? "orders" : "payload.orders") : null;
    }

    private static List<Part> orders(JsonNode orders, String path) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            parts.add(new Part(ORDERS, orders.get(i), "", path + "[" + i + "]."));
        }
        return parts;
    }

    private static List<Part> bodies(JsonNode all, String member, String operation) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ObjectNode alone = JSON.createObjectNode();
            alone.putArray(member).add(all.get(i));
            parts.add(new Part(operation, alone, member + "[0]", member + "[" + i + "]"));
        }
        return parts;
    }

    private Found found(Part part) {
        Partner partner = partner(part).orElse(null);
        List<Fault> faults = new ArrayList<>();
        String canonical = null;
        byte[] json = part.json().toString().getBytes(StandardCharsets.UTF_8);
        try {
            bundle(part.operation(), BundleDirection.FROM_CANONICAL).filter(b -> !part.operation().equals(ORDERS))
                .ifPresent(b -> faults.addAll(workbench.translation().bodyFaults(b.id(), json)));
            String reader = bundle(part.operation(), BundleDirection.TO_CANONICAL).map(Bundle::id).orElse(part.operation());
            canonical = workbench.translation().toCanonical(reader, json, context(partner)).get(0).json();
        } catch (FaultException fault) {
            fault.faults().stream().filter(f -> faults.stream().noneMatch(known -> sameplace(known, f))).forEach(faults::add);
        }
        return new Found(part.operation(), partner, canonical, faults.stream().map(f -> placed(f, part)).toList());
    }

    private static boolean sameplace(Fault one, Fault other) {
        return one.element() != null && one.element().equals(other.element());
    }

    /** The fault with its path in the whole file. */
    private static Fault placed(Fault fault, Part part) {
        String path = fault.element();
        if (path == null || part.path().isEmpty() || fault.code() == FaultCode.CANONICAL_INVALID) {
            return fault;
        }
        String whole = part.inside().isEmpty() ? part.path() + path : path.replace(part.inside(), part.path());
        return Fault.onPath(fault.code(), whole, fault.value(), fault.text().replace(path, whole));
    }

    private Optional<Bundle> bundle(String operation, BundleDirection direction) {
        return workbench.catalog().bundles().stream().filter(b -> b.format().equals("json") && b.direction() == direction
            && b.base() == null && b.message().equals(operation)).findFirst();
    }

    private Optional<Partner> partner(Part part) {
        List<Partner> partners = workbench.configuration().partners();
        if (partnerName != null) {
            return workbench.configuration().partner(partnerName);
        }
        String vendor = part.operation().equals(ORDERS) ? part.json().at("/orderDetails/sellingParty/partyId").asText()
            : part.json().elements().next().path(0).at("/sellingParty/partyId").asText();
        return partners.stream().filter(p -> p.vendorCodes().contains(vendor)).findFirst()
            .or(() -> partners.stream().filter(p -> p.agreements().stream().anyMatch(a -> a.document().equals(part.operation())))
                .findFirst())
            .or(() -> partners.stream().findFirst());
    }

    /** What a document is mapped with, here and where one is written for this partner. */
    static TranslationContext context(Partner partner) {
        List<String> owners = partner == null || partner.codeLists() == null || partner.codeLists().isBlank() ? List.of()
            : List.of(partner.codeLists());
        ZoneId zone = partner == null ? ZoneOffset.UTC : partner.zone();
        return new TranslationContext(partner == null ? null : partner.name(), owners, Map.of(), Map.of(), null, null, ControlData.NONE,
            Instant.now(), zone);
    }

    /** Whether a text that begins so may be JSON. */
    static boolean looksLikeJson(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }
}
