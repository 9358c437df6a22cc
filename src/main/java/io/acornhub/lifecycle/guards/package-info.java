// SPDX-License-Identifier: Apache-2.0
/** What must hold before a document leaves: one small class a guard. */
@NamedInterface("guards")
package io.acornhub.lifecycle.guards;

import org.springframework.modulith.NamedInterface;
