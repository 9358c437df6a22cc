// SPDX-License-Identifier: Apache-2.0
/**
 * X12: reading, validation, acknowledgments and writing, driven by the grammar of a transaction set.
 * <p>
 * {@link io.acornhub.edi.Grammars} loads a grammar, {@link io.acornhub.edi.X12Reader} streams a file,
 * {@link io.acornhub.edi.Inspector} puts verdicts on it, {@link io.acornhub.edi.AcknowledgmentWriter} answers it,
 * {@link io.acornhub.edi.EnvelopeWriter} writes what leaves.
 */
@ApplicationModule(allowedDependencies = {"infoset", "interchange", "partner"})
package io.acornhub.edi;

import org.springframework.modulith.ApplicationModule;
