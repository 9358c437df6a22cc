// SPDX-License-Identifier: Apache-2.0
/**
 * Who the hub exchanges documents with and what was agreed: {@code config/} as it is read and checked at start.
 */
@ApplicationModule(allowedDependencies = {"canonical", "interchange"})
package io.acornhub.partner;

import org.springframework.modulith.ApplicationModule;
