// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.canonical.CanonicalDocument;

/**
 * A document read from the ERP's tables.
 *
 * @param contentHash SHA-256 of everything read, in hexadecimal: the same key with another hash is a row that was changed after
 *                    it had been collected
 */
public record Collected(Claim claim, CanonicalDocument document, String contentHash) {
}
