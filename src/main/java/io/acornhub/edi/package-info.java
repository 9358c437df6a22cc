// SPDX-License-Identifier: Apache-2.0
/**
 * X12: reading, validation, acknowledgments and writing, driven by the grammar of a transaction set.
 * <p>
 * {@link io.acornhub.edi.Grammars} loads a grammar, {@link io.acornhub.edi.X12Reader} streams a file, {@link io.acornhub.edi.Inspector}
 * puts verdicts on it, {@link io.acornhub.edi.FunctionalAcknowledgment} and {@link io.acornhub.edi.TechnicalAcknowledgment} answer it,
 * {@link io.acornhub.edi.EnvelopeWriter} writes.
 */
package io.acornhub.edi;
