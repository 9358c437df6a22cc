// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.peers.As2Received;
import io.acornhub.peers.As2Terms;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The same hub and partner, and what goes to the partner: 855 with a receipt in the answer, 997 with one that comes later. */
abstract class As2FlowTest extends As2ReceivingTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(90_000);

    private WrittenOrder delivered() {
        WrittenOrder order = order();
        send(OrderFiles.one(control(), order), As2Terms.USUAL);
        hub.awaitState("850", order.po(), "DELIVERED");
        return order;
    }

    /** What became of the message that carried SAP's answer to an order. */
    private Map<String, Object> sentFor(WrittenOrder order) {
        return SpineHub.patiently("message of " + order.po()).until(() -> hub.jdbc().queryForList("select m.* from as2_message m join "
            + "document d on d.outgoing_id = m.interchange_id where d.business_key = ? and d.message = 'ORDRSP' order by m.id desc",
            order.po()), rows -> !rows.isEmpty()).get(0);
    }

    private void answer(WrittenOrder order) {
        hub.fromSap("ORDRSP_" + NUMBER.incrementAndGet() + ".idoc", hub.idocs().write(false, List.of(Ordrsp.of(order, control()))));
    }

    private void awaitMessage(WrittenOrder order, String state) {
        SpineHub.patiently(state).until(() -> state.equals(sentFor(order).get("state")));
    }

    private List<As2Received> received(WrittenOrder order) {
        return desk.partner.received().stream().filter(r -> r.text().contains("*" + order.po() + "*")).toList();
    }

    @Test
    void anAnswerIsGreenWithTheReceipt() {
        WrittenOrder order = delivered();
        answer(order);
        assertThat(hub.awaitState("ORDRSP", order.po(), "SENT")).containsEntry("delivered_light", "green");
        assertThat(received(order)).singleElement().extracting(As2Received::text).asString().contains("ST*855*");
        assertThat(sentFor(order)).containsEntry("state", "DELIVERED").extractingByKey("words").asString().contains("processed");
        assertThat(hub.jdbc().queryForList("select g.state from group_acknowledgment g join document d on d.outgoing_id = g.interchange_id "
            + "where d.business_key = ? and d.message = 'ORDRSP'", String.class, order.po())).containsExactly("TRANSPORT_RECEIPT");
    }

    @Test
    void aLostReceiptAndAPartnerThatIsAwayMakeTheSameBytesGoAgain() {
        WrittenOrder order = delivered();
        int before = desk.toPartner.messages().size();
        desk.toPartner.refuse(1);
        desk.toPartner.loseAnswers(1);
        answer(order);
        hub.awaitState("ORDRSP", order.po(), "SENT");
        Object id = sentFor(order).get("message_id");
        List<As2Tap.Message> posts = desk.toPartner.messages().stream().skip(before)
            .filter(m -> id.equals(m.header("Message-ID"))).toList();
        assertThat(posts.size()).isGreaterThanOrEqualTo(2);
        assertThat(posts).allSatisfy(p -> assertThat(p.body()).isEqualTo(posts.get(0).body()));
        assertThat(sentFor(order)).containsEntry("state", "DELIVERED");
    }

    @Test
    void aReceiptThatRefusesMakesTheDocumentRedAndAPersonSendsItAgain() {
        WrittenOrder order = delivered();
        desk.toPartner.bend(body -> {
            byte[] bent = body.clone();
            bent[bent.length - 20] ^= 1;
            return bent;
        });
        answer(order);
        awaitMessage(order, "FAILED");
        Map<String, Object> document = hub.documents("ORDRSP", order.po()).get(0);
        assertThat(document).containsEntry("delivered_light", "red");
        assertThat(hub.jdbc().queryForList("select kind from task where document_id = ? and closed_at is null", String.class,
            document.get("id"))).containsExactly("RESEND");
        int posts = desk.toPartner.messages().size();
        desk.toPartner.bend(b -> b);
        Object first = sentFor(order).get("message_id");
        assertThat(hub.interventions().replay((String) document.get("outgoing_id"), "tester").done()).isTrue();
        assertThat(hub.awaitState("ORDRSP", order.po(), "SENT")).containsEntry("delivered_light", "green");
        assertThat(sentFor(order).get("message_id")).isNotEqualTo(first);
        assertThat(desk.toPartner.messages().size()).isGreaterThan(posts);
    }

    @Test
    void aReceiptWhoseSignatureIsWrongProvesNothing() {
        WrittenOrder order = delivered();
        desk.toPartner.bendAnswers(body -> new String(body, StandardCharsets.ISO_8859_1).replace("Received-Content-MIC: ",
            "Received-Content-MIC: A").replace("Received-content-MIC: ", "Received-content-MIC: A").getBytes(StandardCharsets.ISO_8859_1));
        answer(order);
        awaitMessage(order, "FAILED");
        assertThat(hub.documents("ORDRSP", order.po()).get(0)).containsEntry("delivered_light", "red");
    }

    @Test
    void theEvidenceOfBothDirectionsIsVerifiedWithoutTheHubAndAForgedOneIsNot() throws Exception {
        WrittenOrder order = delivered();
        answer(order);
        hub.awaitState("ORDRSP", order.po(), "SENT");
        Object in = hub.jdbc().queryForObject("select m.id from as2_message m join document d on d.interchange_id = m.interchange_id "
            + "where d.business_key = ? and d.message = '850'", String.class, order.po());
        String at = desk.hubUrl().replace("/exchange/as2", "");
        for (Object id : List.of(in, sentFor(order).get("id"))) {
            As2Proof proof = new As2Proof(desk.data(), at, id);
            assertThat(proof.entries()).containsKeys("message.http", "signed.mime", "payload", "receipt.http", "own-certificate.pem",
                "partner-certificate.pem", "manifest.json");
            assertThat(proof.verify()).isZero();
            assertThat(proof.forge("signed.mime").verify()).isOne();
            As2Proof other = new As2Proof(desk.data(), at, id);
            other.entries().put("payload", new byte[] {1});
            assertThat(other.verify()).isOne();
        }
    }

    /** The message that carried our 997 to an order; its receipt comes by a post of its own. */
    private Map<String, Object> answered(OrderFiles.OrderFile file) {
        String group = Long.toString(file.groups().get(0));
        return SpineHub.patiently("997 to " + group).until(() -> hub.jdbc().queryForList("select m.* from as2_message m join interchange o "
            + "on o.id = m.interchange_id join document d on d.interchange_id = o.answers where m.own_id = ? and d.group_control = ?",
            As2Desk.LATER, group), rows -> !rows.isEmpty()).get(0);
    }

    private void awaitAnswered(OrderFiles.OrderFile file, String state) {
        SpineHub.patiently(state).until(() -> state.equals(answered(file).get("state")));
    }

    @Test
    void anAsynchronousReceiptMakesItDeliveredAndASecondOneChangesNothing() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        send(file, As2Terms.USUAL);
        awaitAnswered(file, "DELIVERED");
        String id = (String) answered(file).get("message_id");
        As2Tap.Message receipt = receipt(id);
        assertThat(As2Tap.post(desk.hubUrl(), receipt.headers(), receipt.body()).statusCode()).isEqualTo(200);
        assertThat(steps(id)).containsSubsequence("delivered", "receipt again");
        byte[] other = new String(receipt.body(), StandardCharsets.ISO_8859_1).replace(id, "<never@sent>")
            .getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<byte[]> answer = As2Tap.post(desk.hubUrl(), receipt.headers(), other);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(hub.jdbc().queryForObject("select count(*) from as2_stray where kind = 'ORPHAN_MDN' and about = '<never@sent>'",
            Integer.class)).isOne();
        assertThat(answered(file)).containsEntry("state", "DELIVERED");
    }

    private As2Tap.Message receipt(String id) {
        return SpineHub.patiently("receipt for " + id).until(() -> desk.receipts.messages().stream()
            .filter(m -> new String(m.body(), StandardCharsets.ISO_8859_1).contains(id)).findFirst(), java.util.Optional::isPresent)
            .orElseThrow();
    }

    @Test
    void aReceiptThatDoesNotComeMakesTheSameGoAgainThenExpireAndALateOneSettlesIt() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        desk.receipts.refuse(1000);
        send(file, As2Terms.USUAL);
        awaitAnswered(file, "AWAITING_MDN");
        String id = (String) answered(file).get("message_id");
        try {
            for (int resends = 0; resends < 3; resends++) {
                int sent = resends;
                SpineHub.patiently("sent " + sent + " times again").until(() -> ((Number) answered(file).get("attempts")).intValue() == sent
                    && answered(file).get("look_at") != null);
                hub.clock().move(Duration.ofMinutes(61));
            }
            awaitAnswered(file, "EXPIRED");
            assertThat(alarms("TRANSMISSION_FAILED", id)).hasSize(1);
            List<As2Tap.Message> posts = desk.toPartner.messages().stream().filter(m -> id.equals(m.header("Message-ID"))).toList();
            assertThat(posts).hasSize(3).allSatisfy(p -> assertThat(p.body()).isEqualTo(posts.get(0).body()));
            desk.receipts.refuse(0);
            As2Tap.Message receipt = receipt(id);
            As2Tap.post(desk.hubUrl(), receipt.headers(), receipt.body());
            assertThat(answered(file)).containsEntry("state", "DELIVERED");
            assertThat(hub.jdbc().queryForObject("select count(*) from alarm where kind = 'TRANSMISSION_FAILED' and subject = ? "
                + "and cleared_at is null", Integer.class, id)).isZero();
        } finally {
            hub.clock().reset();
        }
    }
}
