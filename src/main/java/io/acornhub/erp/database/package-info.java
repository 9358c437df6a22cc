// SPDX-License-Identifier: Apache-2.0
/** ERP systems that take and give rows in interface tables ({@code db/interface-tables}). */
@NamedInterface("database")
package io.acornhub.erp.database;

import org.springframework.modulith.NamedInterface;
