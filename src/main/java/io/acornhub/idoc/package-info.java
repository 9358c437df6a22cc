// SPDX-License-Identifier: Apache-2.0
/**
 * SAP IDocs, flat and XML, read into and written from the light tree ({@link io.acornhub.infoset.Node}) by layout tables
 * that are product data ({@code edi-mappings/idoc}). A tree is {@code IDOC} with {@code EDI_DC40} first, then the segments
 * by type name ({@code E1EDK01}), each with its fields as leaves and its child segments after them.
 */
@ApplicationModule(allowedDependencies = {"infoset", "interchange"})
package io.acornhub.idoc;

import org.springframework.modulith.ApplicationModule;
