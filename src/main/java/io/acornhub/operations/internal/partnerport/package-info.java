// SPDX-License-Identifier: Apache-2.0
/** The port that partners and ERP systems post to, apart from the operators' port. */
package io.acornhub.operations.internal.partnerport;
