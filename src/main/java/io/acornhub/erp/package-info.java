// SPDX-License-Identifier: Apache-2.0
/**
 * The way to ERP systems: the port {@link io.acornhub.erp.ErpAdapter}, what is delivered and collected through it, and
 * one package an adapter. {@link io.acornhub.erp.ErpAdapters} finds the adapter of a system.
 */
@ApplicationModule(allowedDependencies = {"archive", "canonical", "channel", "channel :: *", "idoc", "infoset", "interchange", "partner"})
package io.acornhub.erp;

import org.springframework.modulith.ApplicationModule;
