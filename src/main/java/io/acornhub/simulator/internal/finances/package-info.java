// SPDX-License-Identifier: Apache-2.0
/** The Finances Invoices API: what Amazon did with an invoice, and why it paid less. */
package io.acornhub.simulator.internal.finances;
