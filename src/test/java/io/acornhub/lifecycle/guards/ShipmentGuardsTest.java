// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import static io.acornhub.lifecycle.guards.RightChain.found;
import static io.acornhub.lifecycle.guards.RightChain.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edges of the guards of shipment notices; that each bites is also shown in {@link InjectedMismatchesTest}. */
class ShipmentGuardsTest {
    private static final RightChain CHAIN = RightChain.example();
    private static final ShipmentNotice NOTICE = CHAIN.notice();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(nullValues = "-", value = {
        // collect by truckload needs no PRO; by parcel it does
        "shipmentType=TRUCKLOAD proNumber=-, -",
        "shipmentType=SMALL_PARCEL proNumber=-, CARRIER_REFERENCE_MISSING",
        // only trucks need a bill of lading
        "shipmentType=SMALL_PARCEL billOfLading=-, -",
        "shipmentType=TRUCKLOAD billOfLading=-, BILL_OF_LADING_MISSING",
        // the forms of a bill of lading
        "billOfLading=123456789012345678901234567890, -",
        "billOfLading=1234567890123456789012345678901, BILL_OF_LADING_INVALID",
        "billOfLading=PRO5550123, BILL_OF_LADING_INVALID",
        "billOfLading=20260309, BILL_OF_LADING_INVALID",
        "billOfLading=202603091430, BILL_OF_LADING_INVALID",
        "billOfLading=20269309, -",
        // who pays is taken from the order where the ERP does not say
        "freight=- amazonReference=-, AMAZON_REFERENCE_MISSING",
        "carrierCode=UPSN, -", "carrierCode=UPSNX, CARRIER_CODE_INVALID", "carrierCode=ups, CARRIER_CODE_INVALID",
        // the very moment is not the future
        "shippedAt=2026-03-09T15:00:00Z, -",
        // codes of different kinds are not compared
        "parties[0].idType=SAN parties[0].id=1695827, -",
        "parties[1].id=- parties[1].name=-, PARTY_MISSING",
        "items[0].quantity.amount=0 packages[1].contents[0].quantity.amount=0, QUANTITY_NOT_POSITIVE",
        "items[0].quantity.amount=1.5 packages[1].contents[0].quantity.amount=1.5, QUANTITY_FRACTIONAL",
        "items[3].poLineNo=0004, -",
        "items[2].quantity.unit=EACH packages[4].contents[0].quantity.unit=EACH, UNIT_DIFFERS",
        "packages[1].contents[0].quantity.unit=CASE, UNIT_DIFFERS",
        "packages[1].contents[0].itemNo=99, PACKAGE_ITEM_UNKNOWN PACKAGE_SUM_WRONG",
        "packages[1].contents[0]=-, PACKAGE_SUM_WRONG PACKAGE_EMPTY",
        "palletCount=2, PACKAGE_COUNT_WRONG", "palletCount=-, -",
        "packages[0].parentNo=C1, PACKAGE_TREE_BROKEN",
        "packages[2].packageNo=C1, PACKAGE_TREE_BROKEN",
        "packages[2].sscc=006141410000000012, SSCC_REUSED",
        "packages[1].sscc=00006141410000000012, SSCC_CHECK_DIGIT_WRONG",
        "items[1].vendorItem=AC-1 items[1].expiry=-, -",
        "items[0].expiry=2026-03-10, -",
        "items[0].gtin=- items[0].buyerItem=-, -"})
    void edges(String changes, String reasons) {
        ShipmentNotice notice = NOTICE;
        for (String change : changes.split(" ")) {
            String[] parts = change.split("=");
            String path = parts[0].replace("items[3]", "items[2]");
            notice = Mutated.set(notice, path, parts[1].equals("-") ? null : parts[1]);
        }
        assertThat(found(notice, CHAIN.beforeShipment()).stream().map(FaultCode::name).distinct().toList())
            .containsExactlyInAnyOrder(reasons == null ? new String[0] : reasons.split(" "));
    }

    @Test
    void packagesThatLieInEachOtherAreBroken() {
        ShipmentNotice circle = Mutated.set(Mutated.set(NOTICE, "packages[1].parentNo", "C2"), "packages[2].parentNo", "C1");
        assertThat(found(circle, CHAIN.beforeShipment())).containsOnly(FaultCode.PACKAGE_TREE_BROKEN).hasSize(2);
        ShipmentNotice nested = Mutated.set(NOTICE, "packages[2].parentNo", "C1");
        assertThat(found(nested, CHAIN.beforeShipment())).isEmpty();
    }

    @Test
    void aParcelMayGoByTheTrackingNumbersOfItsCartons() {
        ShipmentNotice parcel = Mutated.set(Mutated.set(new RightChain(CHAIN.specs(), false).notice(), "shipmentType", "SMALL_PARCEL"),
            "proNumber", null);
        for (int i = 0; i < parcel.packages().size(); i++) {
            parcel = Mutated.set(Mutated.set(parcel, "packages[" + i + "].trackingNumber", "1Z999AA1012345678" + i),
                "packages[" + i + "].sscc", null);
        }
        assertThat(found(parcel, CHAIN.beforeShipment())).isEmpty();
        assertThat(found(Mutated.set(parcel, "packages[0].trackingNumber", null), CHAIN.beforeShipment()))
            .containsExactly(FaultCode.SSCC_MISSING, FaultCode.CARRIER_REFERENCE_MISSING);
    }

    @Test
    void byApiAProNumberDoesNotDoForParcels() {
        ShipmentNotice parcel = Mutated.set(Mutated.set(NOTICE, "shipmentType", "SMALL_PARCEL"), "proNumber", "PRO-1");
        assertThat(found(parcel, CHAIN.beforeShipment())).isEmpty();
        assertThat(Guards.check(parcel, CHAIN.beforeShipment(), settings(Map.of("door", "spapi"))).stream().map(f -> f.fault().code()))
            .contains(FaultCode.CARRIER_REFERENCE_MISSING);
    }

    @Test
    void prepaidFreightNeedsACarrierReferenceAndNoArn() {
        BookInMemory prepaid = new BookInMemory(RightChain.NOW, Mutated.set(Mutated.set(CHAIN.acknowledged(), "order.freight", "PREPAID"),
            "amazonReference", null));
        ShipmentNotice notice = Mutated.set(Mutated.set(NOTICE, "freight", "PREPAID"), "amazonReference", null);
        assertThat(found(notice, prepaid)).isEmpty();
        assertThat(found(Mutated.set(Mutated.set(notice, "proNumber", null), "shipmentType", "TRUCKLOAD"), prepaid))
            .containsExactly(FaultCode.CARRIER_REFERENCE_MISSING);
    }

    @Test
    void anOrderThatWasCancelledOrNeverAcknowledgedShipsNothing() {
        assertThat(found(NOTICE, new BookInMemory(RightChain.NOW, Mutated.change(CHAIN.acknowledged(), "step",
            s -> OrderState.Step.CANCELLED)))).containsExactly(FaultCode.ORDER_CANCELLED);
        assertThat(found(NOTICE, CHAIN.beforeAcknowledgment())).containsExactly(FaultCode.ORDER_NOT_ACKNOWLEDGED);
    }

    @Test
    void aCancelledShipmentIsNotAskedForCartonsAndDates() {
        ShipmentNotice cancel = Mutated.set(Mutated.set(Mutated.set(NOTICE, "purpose", "CANCEL"), "packages", null), "shippedAt", null);
        assertThat(found(cancel, CHAIN.beforeShipment().withShipment("SHP0004711"))).isEmpty();
        assertThat(found(cancel, new BookInMemory(RightChain.NOW)))
            .containsExactly(FaultCode.ORDER_UNKNOWN);
    }

    @Test
    void theAgreementSaysHowFarClocksMayDiffer() {
        ShipmentNotice soon = Mutated.set(NOTICE, "shippedAt", "2026-03-09T15:04:59Z");
        assertThat(Guards.check(soon, CHAIN.beforeShipment(), settings(Map.of("futureTolerance", "PT5M")))).isEmpty();
        assertThat(Guards.check(soon, CHAIN.beforeShipment(), settings(Map.of("futureTolerance", "PT4M")))).hasSize(1);
    }

    @Test
    void anExpiryOnEveryPartInTheCartonsServesAsWell() {
        ShipmentNotice notice = Mutated.set(NOTICE, "items[1].expiry", null);
        for (int carton : new int[] {2, 3}) {
            assertThat(found(notice, CHAIN.beforeShipment())).containsExactly(FaultCode.EXPIRY_MISSING);
            notice = Mutated.set(notice, "packages[" + carton + "].contents[0].expiry", null);
            notice = Mutated.change(notice, "packages[" + carton + "].contents[0]", c -> new ShipmentNotice.Content("2",
                ((ShipmentNotice.Content) c).quantity(), null, LocalDate.of(2027, 1, 1)));
        }
        assertThat(found(notice, CHAIN.beforeShipment())).isEmpty();
    }

    @Test
    void everyFaultSaysWhereWhatAndWhatToDo() {
        List<Fault> faults = new ArrayList<>();
        for (String path : List.of("shippedAt", "amazonReference", "proNumber", "billOfLading", "carrierCode", "packages", "parties[1]")) {
            Guards.check(Mutated.set(NOTICE, path, null), CHAIN.beforeShipment(), settings(Map.of())).forEach(f -> faults.add(f.fault()));
        }
        assertThat(faults).hasSize(7).allMatch(f -> f.element() != null && f.text().matches("[A-Z].*\\. [A-Z].*\\."));
    }
}
