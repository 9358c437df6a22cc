// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

/**
 * A defect and where it stands.
 *
 * @param pointer JSON pointer of the value it is about
 */
record Placed(String pointer, String text) {
}
