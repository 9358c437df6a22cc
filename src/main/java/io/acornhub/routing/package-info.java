// SPDX-License-Identifier: Apache-2.0
/**
 * The flow: loads {@code routes/}, names queues, does the work of each stage behind a short vocabulary of beans that routes call.
 */
@ApplicationModule(allowedDependencies = {"archive", "canonical", "channel", "channel :: *", "edi", "erp", "erp :: *", "idoc", "infoset",
    "interchange", "lifecycle", "lifecycle :: *", "partner", "sellingpartner", "sellingpartner :: *", "translation"})
package io.acornhub.routing;

import org.springframework.modulith.ApplicationModule;
