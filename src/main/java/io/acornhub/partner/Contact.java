// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

/**
 * Whom to ask at a partner; what is not known is null.
 *
 * @param role what for, such as EDI support or invoices
 */
public record Contact(String name, String role, String mail, String phone) {
}
