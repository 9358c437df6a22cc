// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Documents of the vendor of the simulator's tests. */
final class Samples {
    private Samples() {
    }

    /** An order of ACME1: line 1 of 10 pieces at 4.50, no back-order; line 2 of 5 cases of 6 at 2.25 a piece, back-order allowed. */
    static ObjectNode order(String number) {
        return Caller.json("""
            {'purchaseOrderNumber': '%s', 'orderDetails': {'purchaseOrderType': 'RegularOrder', 'paymentMethod': 'Invoice',
             'sellingParty': {'partyId': 'ACME1'}, 'shipToParty': {'partyId': 'PHX7'}, 'billToParty': {'partyId': 'AMZUS'},
             'buyingParty': {'partyId': 'AMZUS'},
             'items': [
              {'itemSequenceNumber': '1', 'amazonProductIdentifier': 'B000000001', 'vendorProductIdentifier': '00012345678905',
               'orderedQuantity': {'amount': 10, 'unitOfMeasure': 'Eaches', 'unitSize': 1}, 'isBackOrderAllowed': false,
               'netCost': {'currencyCode': 'USD', 'amount': '4.50'}, 'listPrice': {'currencyCode': 'USD', 'amount': '9.00'}},
              {'itemSequenceNumber': '2', 'amazonProductIdentifier': 'B000000002', 'vendorProductIdentifier': '00012345678912',
               'orderedQuantity': {'amount': 5, 'unitOfMeasure': 'Cases', 'unitSize': 6}, 'isBackOrderAllowed': true,
               'netCost': {'currencyCode': 'USD', 'amount': '2.25'}}]}}
            """.formatted(number));
    }

    /** Accepts both lines in full. */
    static ObjectNode acknowledgement(String number) {
        return Caller.json("""
            {'acknowledgements': [{'purchaseOrderNumber': '%s', 'sellingParty': {'partyId': 'ACME1'},
             'acknowledgementDate': '2026-01-01T00:00:00Z', 'items': [
              {'itemSequenceNumber': '1', 'amazonProductIdentifier': 'B000000001', 'vendorProductIdentifier': '00012345678905',
               'orderedQuantity': {'amount': 10, 'unitOfMeasure': 'Eaches'}, 'netCost': {'currencyCode': 'USD', 'amount': '4.50'},
               'itemAcknowledgements': [{'acknowledgementCode': 'Accepted',
                'acknowledgedQuantity': {'amount': 10, 'unitOfMeasure': 'Eaches'}}]},
              {'itemSequenceNumber': '2', 'amazonProductIdentifier': 'B000000002', 'vendorProductIdentifier': '00012345678912',
               'orderedQuantity': {'amount': 5, 'unitOfMeasure': 'Cases', 'unitSize': 6},
               'netCost': {'currencyCode': 'USD', 'amount': '2.25'},
               'itemAcknowledgements': [{'acknowledgementCode': 'Accepted',
                'acknowledgedQuantity': {'amount': 5, 'unitOfMeasure': 'Cases', 'unitSize': 6}}]}]}]}
            """.formatted(number));
    }

    /** The first shipment of an order of {@link #order}: both lines in full, in two cartons, shipped a minute ago. */
    static ObjectNode shipment(String identifier, String order, int serial, Instant now) {
        return Caller.json("""
            {'shipmentConfirmations': [{'shipmentIdentifier': '%1$s', 'shipmentConfirmationType': 'Original',
             'shipmentType': 'TruckLoad', 'shipmentStructure': 'LooseAssortmentCase',
             'transportationDetails': {'carrierScac': 'ABFS', 'transportationMode': 'Road', 'billOfLadingNumber': 'ACME100001'},
             'shipmentConfirmationDate': '%3$s', 'shippedDate': '%4$s', 'estimatedDeliveryDate': '%5$s',
             'sellingParty': {'partyId': 'ACME1'}, 'shipFromParty': {'partyId': 'ACMEWH'}, 'shipToParty': {'partyId': 'PHX7'},
             'shipmentMeasurements': {'cartonCount': 2},
             'shippedItems': [
              {'itemSequenceNumber': '001', 'amazonProductIdentifier': 'B000000001', 'shippedQuantity': {'amount': 10,
               'unitOfMeasure': 'Eaches'}, 'itemDetails': {'purchaseOrderNumber': '%2$s'}},
              {'itemSequenceNumber': '002', 'amazonProductIdentifier': 'B000000002', 'shippedQuantity': {'amount': 5,
               'unitOfMeasure': 'Cases', 'unitSize': 6}, 'itemDetails': {'purchaseOrderNumber': '%2$s'}}],
             'cartons': [
              {'cartonSequenceNumber': '1', 'cartonIdentifiers': [{'containerIdentificationType': 'SSCC',
               'containerIdentificationNumber': '%6$s'}], 'items': [{'itemReference': '001', 'shippedQuantity': {'amount': 10,
               'unitOfMeasure': 'Eaches'}}]},
              {'cartonSequenceNumber': '2', 'cartonIdentifiers': [{'containerIdentificationType': 'SSCC',
               'containerIdentificationNumber': '%7$s'}], 'items': [{'itemReference': '002', 'shippedQuantity': {'amount': 5,
               'unitOfMeasure': 'Cases', 'unitSize': 6}}]}]}]}
            """.formatted(identifier, order, now, now.minusSeconds(60), now.plusSeconds(86_400), sscc(serial), sscc(serial + 1)));
    }

    /** An SSCC with its application identifier. */
    static String sscc(int serial) {
        String body = String.format("04012345%09d", serial);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return "00" + body + (10 - sum % 10) % 10;
    }

    /** An invoice for all of an order of {@link #order}: 10 at 4.50 and 30 at 2.25, 112.50. */
    static ObjectNode invoice(String number, String order, Instant date) {
        return Caller.json("""
            {'invoices': [{'invoiceType': 'Invoice', 'id': '%1$s', 'date': '%3$s',
             'remitToParty': {'partyId': 'ACMEPAY', 'address': {'name': 'Acme', 'addressLine1': 'Street 1', 'city': 'Town',
              'postalOrZipCode': '12345', 'countryCode': 'US'}},
             'billToParty': {'partyId': 'AMZUS', 'address': {'name': 'Amazon', 'addressLine1': 'Avenue 2', 'city': 'Seattle',
              'postalOrZipCode': '98101', 'countryCode': 'US'}},
             'paymentTerms': {'type': 'Basic', 'netDueDays': 30},
             'invoiceTotal': {'currencyCode': 'USD', 'amount': '112.50'},
             'items': [
              {'itemSequenceNumber': 1, 'amazonProductIdentifier': 'B000000001', 'purchaseOrderNumber': '%2$s',
               'invoicedQuantity': {'amount': 10, 'unitOfMeasure': 'Eaches'}, 'netCost': {'currencyCode': 'USD', 'amount': '4.50'}},
              {'itemSequenceNumber': 2, 'amazonProductIdentifier': 'B000000002', 'purchaseOrderNumber': '%2$s',
               'invoicedQuantity': {'amount': 5, 'unitOfMeasure': 'Cases', 'unitSize': 6},
               'netCost': {'currencyCode': 'USD', 'amount': '2.25'}}]}]}
            """.formatted(number, order, date));
    }
}
