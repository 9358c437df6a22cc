// SPDX-License-Identifier: Apache-2.0
/** A module that may use nothing. */
@ApplicationModule(allowedDependencies = {})
package io.acornhub.gates.bad.modules.third;

import org.springframework.modulith.ApplicationModule;
