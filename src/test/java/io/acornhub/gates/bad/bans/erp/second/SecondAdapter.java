// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans.erp.second;

import io.acornhub.gates.bad.bans.erp.first.FirstAdapter;

/** An adapter that leans on another. */
public class SecondAdapter {
    FirstAdapter other;
}
