// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.interchange.MappingFault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderPageTest {
    private static final String ORDER = "{\"purchaseOrderNumber\":\"1ABCDEFG\",\"purchaseOrderState\":\"New\",\"orderDetails\":{"
        + "\"purchaseOrderStateChangedDate\":\"2026-03-02T08:00:00Z\",\"purchaseOrderChangedDate\":\"2026-03-03T08:00:00\","
        + "\"sellingParty\":{\"partyId\":\"ACME1\"},\"items\":[{\"itemSequenceNumber\":\"1\",\"a\":1},{\"itemSequenceNumber\":\"2\"}]}}";

    private static OrderPage read(String json) {
        return OrderPage.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static SeenOrder one(String order) {
        return read("{\"payload\":{\"orders\":[" + order + "]}}").orders().get(0);
    }

    @Test
    void eachOrdersBytesAreFoundInThePageAlsoBehindLettersOfManyBytes() {
        String other = "{ \"purchaseOrderNumber\" : \"2ÄÖÜ\" }";
        String page = "{\"payload\": {\"pagination\": {\"nextToken\": \"NEBxNEBxNEBx\"}, \"orders\": [\n  " + other + ",\n  " + ORDER
            + "\n]}}";
        OrderPage read = read(page);

        assertThat(read.nextToken()).isEqualTo("NEBxNEBxNEBx");
        assertThat(read.orders()).extracting(SeenOrder::poNumber).containsExactly("2ÄÖÜ", "1ABCDEFG");
        SeenOrder second = read.orders().get(1);
        assertThat(new String(page.getBytes(StandardCharsets.UTF_8), (int) second.offset(), second.length(), StandardCharsets.UTF_8))
            .isEqualTo(ORDER);
        assertThat(second.vendorCode()).isEqualTo("ACME1");
        assertThat(second.changedAt()).as("without a zone it is UTC").isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
    }

    @Test
    void theAnswerOfASingleOrderIsAPageToo() {
        String page = "{\"payload\":" + ORDER + "}";
        SeenOrder order = read(page).orders().get(0);
        assertThat(page.substring((int) order.offset(), (int) order.offset() + order.length())).isEqualTo(ORDER);
        assertThat(order.hash()).isEqualTo(one(ORDER).hash());
    }

    @Test
    void membersInAnotherOrderNullsAndOurOwnAcknowledgmentMakeNoNewVersion() {
        String acknowledged = "{\"orderDetails\":{\"items\":[{\"a\":1,\"itemSequenceNumber\":\"1\"},{\"itemSequenceNumber\":\"2\"}],"
            + "\"sellingParty\":{\"partyId\":\"ACME1\",\"address\":null},\"purchaseOrderChangedDate\":\"2026-03-03T08:00:00\","
            + "\"purchaseOrderStateChangedDate\":\"2026-03-05T08:00:00Z\"},\"purchaseOrderState\":\"Acknowledged\","
            + "\"purchaseOrderNumber\":\"1ABCDEFG\"}";
        assertThat(one(acknowledged).hash()).isEqualTo(one(ORDER).hash());
    }

    @Test
    void aHashThatIsKeptAlreadyIsThatOfTheSameContentAfterAnUpgrade() {
        assertThat(one("{\"purchaseOrderNumber\":\"1ABCDEFG\",\"title\":\"Größe \\\"L\\\"\\n5/8\\u0001\",\"price\":1.10,\"large\":1e30,"
            + "\"taxed\":true,\"none\":null,\"items\":[{},[],-7]}").hash())
            .isEqualTo("c03e115f24eb15fb6125b0d310603e7f75f13d83df43b208ea54728a5dcc292e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\":1|\"a\":2", "2026-03-03T08|2026-03-04T08", "ACME1|ACME2"})
    void contentAndChangedDateMakeANewVersion(String change) {
        String[] parts = change.split("\\|");
        assertThat(one(ORDER.replace(parts[0], parts[1])).hash()).isNotEqualTo(one(ORDER).hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "[]", "{\"orders\":[]}", "{\"payload\":{\"orders\":[{\"purchaseOrderNumber\":\"1",
        "{\"payload\":{}} {}"})
    void whatIsNoPageIsSaidToBeNone(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(MappingFault.class).hasMessageContaining("getPurchaseOrders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "\"text\"", "{\"purchaseOrderNumber\":null}", "{\"purchaseOrderNumber\":{}}",
        "{\"purchaseOrderNumber\":\"12345678901234567890123456789012345678901\"}"})
    void anOrderWithoutAUsableNumberIsSeenWithoutOne(String order) {
        assertThat(one(order).poNumber()).isNull();
    }

    @Test
    void aListMayBeEmptyOrLeftOut() {
        assertThat(read("{\"payload\":{\"orders\":[]}}")).isEqualTo(new OrderPage(List.of(), null));
        assertThat(read("{\"payload\":{}}").orders()).isEmpty();
    }
}
