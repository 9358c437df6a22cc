// SPDX-License-Identifier: Apache-2.0
/** Guards of routing requests (facts, section 4.7). */
package io.acornhub.lifecycle.guards.routing;
