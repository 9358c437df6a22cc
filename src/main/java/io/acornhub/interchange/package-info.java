// SPDX-License-Identifier: Apache-2.0
/**
 * Interchanges and documents: their identity, states, four lights, events and faults, and the control numbers of what is sent.
 */
@ApplicationModule(allowedDependencies = "canonical")
package io.acornhub.interchange;

import org.springframework.modulith.ApplicationModule;
