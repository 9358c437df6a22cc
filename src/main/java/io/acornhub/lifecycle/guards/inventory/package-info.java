// SPDX-License-Identifier: Apache-2.0
/** Guards of inventory advices: a full one replaces everything Amazon knows (facts, section 4.6). */
package io.acornhub.lifecycle.guards.inventory;
