// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.modules.first.internal;

/** Nobody outside the module may use this. */
public class Hidden {
}
