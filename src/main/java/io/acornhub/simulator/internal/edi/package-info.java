// SPDX-License-Identifier: Apache-2.0
/**
 * Amazon as an EDI partner on folders: orders go out as 850s, what comes back is answered with a 997, put into Amazon's own
 * terms, and graded by the rules that hold for the API too.
 */
package io.acornhub.simulator.internal.edi;
