// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans.erp.first;

/** An adapter that minds its own business. */
public class FirstAdapter {
}
