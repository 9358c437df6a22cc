// SPDX-License-Identifier: Apache-2.0
/** X12 as the simulator reads and writes it: envelopes, sets, segments, and the 997. It knows no document's meaning. */
package io.acornhub.simulator.internal.x12;
