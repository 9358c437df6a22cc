// SPDX-License-Identifier: Apache-2.0
/**
 * One order across its documents: the rules on what comes in, the guards of what goes out, the register and its deadlines.
 */
@ApplicationModule(allowedDependencies = {"canonical", "interchange", "partner"})
package io.acornhub.lifecycle;

import org.springframework.modulith.ApplicationModule;
