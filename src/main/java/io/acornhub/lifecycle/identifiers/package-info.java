// SPDX-License-Identifier: Apache-2.0
/** The numbers of the trade: their forms, check digits and comparison, and the SSCCs that the hub gives out. */
@NamedInterface("identifiers")
package io.acornhub.lifecycle.identifiers;

import org.springframework.modulith.NamedInterface;
