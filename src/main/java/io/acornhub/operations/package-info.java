// SPDX-License-Identifier: Apache-2.0
/**
 * The doors for people: REST API, login, Hawtio and its limits, metrics. Nothing here moves a document; what a person does
 * to one goes through {@link io.acornhub.routing.Interventions}.
 */
@ApplicationModule(allowedDependencies = {"archive", "canonical", "channel", "channel :: *", "edi", "erp", "erp :: *", "idoc", "infoset",
    "interchange", "labels", "lifecycle", "lifecycle :: *", "partner", "routing",
    "sellingpartner", "sellingpartner :: *", "simulator", "translation"})
package io.acornhub.operations;

import org.springframework.modulith.ApplicationModule;
