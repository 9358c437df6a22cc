// SPDX-License-Identifier: Apache-2.0
/** How {@link io.acornhub.translation} does it; nothing outside the module uses this. */
package io.acornhub.translation.internal;
