// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import io.acornhub.simulator.internal.access.Account;
import java.util.Collection;

/** The articles (ASINs) that a vendor group has ever been ordered, in order; analytics speak of these. */
@FunctionalInterface
interface Catalogue {
    Collection<String> asins(Account account);
}
