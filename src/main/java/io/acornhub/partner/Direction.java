// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

/** Seen from the hub's owner: INBOUND comes from Amazon and goes to the ERP, OUTBOUND the other way. */
public enum Direction {
    INBOUND, OUTBOUND
}
