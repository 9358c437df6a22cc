// SPDX-License-Identifier: Apache-2.0
/**
 * Amazon's side, to test against: the Selling Partner API with state, limits, delays and faults, and a partner who speaks X12
 * through folders. It shares nothing with the hub, so that neither can agree with the other's mistakes.
 */
@ApplicationModule(allowedDependencies = {})
package io.acornhub.simulator;

import org.springframework.modulith.ApplicationModule;
