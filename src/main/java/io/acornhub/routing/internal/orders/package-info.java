// SPDX-License-Identifier: Apache-2.0
/** Orders that come by the Selling Partner API: polling, pages kept as they came, and the nightly look for what is missing. */
package io.acornhub.routing.internal.orders;
