// SPDX-License-Identifier: Apache-2.0
/** Documents posted to the hub by HTTP, and posted by it. */
package io.acornhub.routing.internal.http;
