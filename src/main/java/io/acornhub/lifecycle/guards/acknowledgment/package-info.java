// SPDX-License-Identifier: Apache-2.0
/** Guards of acknowledgments: every line answered, quantity and price only downwards, no revival (facts, section 4.2). */
package io.acornhub.lifecycle.guards.acknowledgment;
