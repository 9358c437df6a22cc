// SPDX-License-Identifier: Apache-2.0
/** SAP by IDoc files in a folder. */
@NamedInterface("idoc")
package io.acornhub.erp.idoc;

import org.springframework.modulith.NamedInterface;
