// SPDX-License-Identifier: Apache-2.0
/**
 * Mappings: the catalogue of bundles in {@code edi-mappings}, and the way of a document through one of them, from its own
 * format to canonical JSON and back. Smooks and Daffodil are known in this module only.
 */
@ApplicationModule(allowedDependencies = {"canonical", "infoset", "interchange", "partner", "edi", "idoc"})
package io.acornhub.translation;

import org.springframework.modulith.ApplicationModule;
