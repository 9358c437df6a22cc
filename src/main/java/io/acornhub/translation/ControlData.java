// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

/**
 * The numbers by which the sender's envelope names a document; absent parts are null.
 *
 * @param interchange ISA13, or REFINT of an IDoc
 * @param group GS06, or REFGRP
 * @param document ST02, or DOCNUM
 */
public record ControlData(String interchange, String group, String document) {
    public static final ControlData NONE = new ControlData(null, null, null);
}
