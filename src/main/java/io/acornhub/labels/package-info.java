// SPDX-License-Identifier: Apache-2.0
/**
 * The papers of a shipment, made from its notice and from nothing else, so that paper and notice agree: packing list and GS1
 * logistics labels.
 */
@ApplicationModule(allowedDependencies = {"canonical", "interchange", "lifecycle :: identifiers", "partner"})
package io.acornhub.labels;

import org.springframework.modulith.ApplicationModule;
