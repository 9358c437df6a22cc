// SPDX-License-Identifier: Apache-2.0
/**
 * The raw bytes of everything received and sent, and the one way a file appears whole and once in a folder.
 */
@ApplicationModule(allowedDependencies = "interchange")
package io.acornhub.archive;

import org.springframework.modulith.ApplicationModule;
