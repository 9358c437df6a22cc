// SPDX-License-Identifier: Apache-2.0
/**
 * Amazon's Selling Partner API as a vendor uses it: connections and their secrets, tokens, usage plans, calls and what may be
 * repeated of them, what became of what was sent. {@link io.acornhub.sellingpartner.SellingPartner} makes one call.
 */
@ApplicationModule(allowedDependencies = {"canonical", "interchange", "partner"})
package io.acornhub.sellingpartner;

import org.springframework.modulith.ApplicationModule;
