// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

/**
 * What the SSCCs begin with that the hub gives to packages without one.
 *
 * @param companyPrefix the vendor's GS1 company prefix, 4 to 12 digits; with leading zeros, as text
 * @param extensionDigit 0 to 9; another one opens another range of serial numbers
 */
public record SsccPrefix(String companyPrefix, int extensionDigit) {
}
