// SPDX-License-Identifier: Apache-2.0
/** Guards of invoices and credit notes: price and quantity as agreed, amounts right to the cent (facts, sections 4.4 and 7). */
package io.acornhub.lifecycle.guards.invoice;
