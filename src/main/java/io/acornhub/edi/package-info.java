// SPDX-License-Identifier: Apache-2.0
/**
 * X12: reading, validation, acknowledgments and writing, driven by the grammar of a transaction set.
 * <p>
<<<<<<< HEAD
 * {@link io.acornhub.edi.Grammars} loads a grammar, {@link io.acornhub.edi.X12Reader} streams a file,
 * {@link io.acornhub.edi.Inspector} puts verdicts on it, {@link io.acornhub.edi.AcknowledgmentWriter} answers it,
 * {@link io.acornhub.edi.EnvelopeWriter} writes what leaves.
=======
 * {@link io.acornhub.edi.Grammars} loads a grammar, {@link io.acornhub.edi.X12Reader} streams a file, {@link io.acornhub.edi.Inspector}
 * puts verdicts on it, {@link io.acornhub.edi.FunctionalAcknowledgment} and {@link io.acornhub.edi.TechnicalAcknowledgment} answer it,
 * {@link io.acornhub.edi.EnvelopeWriter} writes.
>>>>>>> d103852561596f86bec9230acd8482494d1c87b1
 */
package io.acornhub.edi;
