// SPDX-License-Identifier: Apache-2.0
/** Guards of shipment notices: what makes an ASN defective and costs a chargeback (facts, sections 4.3 and 7). */
package io.acornhub.lifecycle.guards.shipment;
