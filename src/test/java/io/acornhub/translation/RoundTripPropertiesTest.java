// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.edi.EnvelopeWriter;
import io.acornhub.edi.FunctionalGroups;
import io.acornhub.edi.OutgoingEnvelope;
import io.acornhub.edi.OutgoingGroup;
import io.acornhub.edi.OutgoingSet;
import io.acornhub.lifecycle.OrdersAtHand;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.Guards;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Identifiers.Identifier;
import io.acornhub.partner.Separators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever passes the guards, written as X12 with any delimiters and read again, is the same document. */
class RoundTripPropertiesTest {
    private static final int TRIES = 120;
    private static final TranslationContext CONTEXT = new TranslationContext(null, List.of(), Map.of(), Map.of(), null, null,
        ControlData.NONE, RandomDocuments.NOW, ZoneOffset.UTC);
    private static TranslationKit kit;
    private static Configuration configuration;

    @BeforeContainer
    static void open() throws IOException {
        kit = TranslationKit.ofProject();
        configuration = Configuration.read(TranslationKit.CONFIG, name -> "");
    }

    @AfterContainer
    static void close() {
        kit.close();
    }

    @Property(seed = "20261127", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anOrder850(@ForAll long seed) {
        RandomDocuments random = new RandomDocuments(seed);
        returns(seed, "850", "004010/purchase-order-850", "004010/850-purchase-order",
            random.order("PO" + random.word(6), random.or("COLLECT")));
    }

    @Property(seed = "20261127", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aChange860(@ForAll long seed) {
        RandomDocuments random = new RandomDocuments(seed);
        returns(seed, "860", "004010/purchase-order-change-860", "004010/860-purchase-order-change",
            random.change(random.order("PO" + random.word(6), null)));
    }

    @Property(seed = "20261127", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anAnswer855(@ForAll long seed) {
        Chain chain = new Chain(seed, "ORDER");
        chain.guarded(chain.answers.get(0));
        returns(seed, "855", "004010/order-acknowledgment-855", "004010/855-order-acknowledgment", chain.answers.get(0));
    }

    @Property(seed = "20261127", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anAnswerToAChange865(@ForAll long seed) {
        Chain chain = new Chain(seed, "CHANGE");
        chain.guarded(chain.answers.get(0));
        returns(seed, "865", "004010/order-acknowledgment-865", "004010/865-order-acknowledgment", chain.answers.get(0));
    }

    @Property(seed = "20261127", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aShipment856(@ForAll long seed) {
        Chain chain = new Chain(seed, "ORDER");
        chain.answers.forEach(chain.book::take);
        ShipmentNotice notice = new RandomGoods(chain.random).notice(chain.orders, chain.answers);
        chain.guarded(notice);
        returns(seed, "856", "005010/ship-notice-856", "005010/856-ship-notice", notice);
    }

    @Property(seed = "20261127", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anInvoice810(@ForAll long seed) {
        Chain chain = new Chain(seed, "ORDER");
        chain.answers.forEach(chain.book::take);
        Invoice invoice = new RandomGoods(chain.random).invoice(chain.orders, chain.answers);
        chain.guarded(invoice);
        returns(seed, "810", "004010/invoice-810", "004010/810-invoice", invoice);
    }

    @Property(seed = "20261127", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void stock846(@ForAll long seed) {
        Chain chain = new Chain(seed, "ORDER");
        CanonicalDocument advice = chain.random.advice();
        chain.guarded(advice);
        returns(seed, "846", "004010/inventory-advice-846", "004010/846-inventory-advice", advice);
    }

    @Property(seed = "20261127", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aRequestForRouting753(@ForAll long seed) {
        Chain chain = new Chain(seed, "ORDER");
        CanonicalDocument request = chain.random.routing(chain.orders);
        chain.guarded(request);
        returns(seed, "753", "005010/routing-request-753", "005010/753-routing-request", request);
    }

    @Property(seed = "20261127", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aRoutingInstruction754(@ForAll long seed) {
        Chain chain = new Chain(seed, "ORDER");
        returns(seed, "754", "005010/routing-instruction-754", "005010/754-routing-instruction", chain.random.instruction(chain.orders));
    }

    @Property(seed = "20261127", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aPayment820(@ForAll long seed) {
        returns(seed, "820", "004010/remittance-820", "004010/820-remittance", new RandomDocuments(seed).payment());
    }

    /** One to three orders that are freight collect, with their answers. */
    private static final class Chain {
        final RandomDocuments random;
        final List<PurchaseOrder> orders = new ArrayList<>();
        final List<OrderAcknowledgment> answers = new ArrayList<>();
        final OrdersAtHand book = new OrdersAtHand("amazon-us");

        Chain(long seed, String answered) {
            random = new RandomDocuments(seed);
            String currency = random.of("USD", "CAD");
            for (int i = random.between(1, 3); i > 0; i--) {
                PurchaseOrder order = inCurrency(random.order("PO" + i + random.word(5), "COLLECT"), currency);
                orders.add(order);
                answers.add(random.answer(order, answered));
                book.take(order);
            }
        }

        private static PurchaseOrder inCurrency(PurchaseOrder o, String currency) {
            return new PurchaseOrder(o.type(), o.poNumber(), o.purpose(), o.orderType(), o.orderDate(), o.vendorCode(), currency,
                o.backOrderAllowed(), o.freight(), o.dealCode(), o.associatedPoNumber(), o.shipWindow(), o.deliveryWindow(), o.parties(),
                o.texts(), o.lines(), o.totals(), o.extras());
        }

        void guarded(CanonicalDocument document) {
            assertThat(Guards.check(document, book.before(document, RandomDocuments.NOW), new GuardSettings(Map.of(),
                configuration.codeLists(), null, ZoneOffset.UTC))).isEmpty();
        }
    }

    private static void returns(long seed, String set, String writer, String reader, CanonicalDocument document) {
        Bundle bundle = kit.catalog.find("x12/" + writer).orElseThrow();
        String version = bundle.release().equals("005010") ? "00501" : "00400";
        byte[] bytes = new EnvelopeWriter().interchange(new OutgoingEnvelope(new Identifier("ZZ", "ONE", "ONE"),
            new Identifier("ZZ", "OTHER", "OTHER"), "P", version, 1, false, RandomDocuments.NOW, ZoneOffset.UTC, separators(seed)),
            List.of(new OutgoingGroup(FunctionalGroups.of(set), bundle.release(), 1, List.of(new OutgoingSet(
                kit.catalog.grammar(bundle.id()), null,
                kit.translation.fromCanonical(bundle.id(), CanonicalJson.write(document), CONTEXT))))));
        List<CanonicalText> read = kit.translation.toCanonical("x12/" + reader, bytes, CONTEXT);
        assertThat(read).hasSize(1);
        JsonNode before = WhatX12LeavesOut.remaining(set, tree(CanonicalJson.write(document)));
        JsonNode after = WhatX12LeavesOut.remaining(set, tree(read.get(0).json()));
        if (!after.equals(RoundTripPropertiesTest::compare, before)) {
            assertThat(after.toPrettyString()).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(before.toPrettyString());
        }
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return new BigDecimal(one.asText()).compareTo(new BigDecimal(other.asText()));
        }
        return one.equals(other) ? 0 : 1;
    }

    /** Four different ones that no text of the documents has. */
    private static Separators separators(long seed) {
        List<Character> legal = new ArrayList<>(List.of('*', '>', '^', '~', '|', ':', '!', '\\', '`', '\u001c', '\u001d', '\u001e',
            '\u001f'));
        Random random = new Random(seed);
        Collections.shuffle(legal, random);
        return new Separators(legal.get(0), legal.get(1), legal.get(2), legal.get(3), random.nextBoolean());
    }

    private static JsonNode tree(String json) {
        try {
            return CanonicalJson.tree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
