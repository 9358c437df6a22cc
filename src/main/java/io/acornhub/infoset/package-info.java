// SPDX-License-Identifier: Apache-2.0
/**
 * The light tree that every format is read into and written from.
 */
@ApplicationModule(allowedDependencies = {})
package io.acornhub.infoset;

import org.springframework.modulith.ApplicationModule;
