// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
}
