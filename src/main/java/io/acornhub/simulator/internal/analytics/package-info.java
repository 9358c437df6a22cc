// SPDX-License-Identifier: Apache-2.0
/** Reports and Data Kiosk: what is asked for is ready after a while, and is fetched from an address that soon expires. */
package io.acornhub.simulator.internal.analytics;
