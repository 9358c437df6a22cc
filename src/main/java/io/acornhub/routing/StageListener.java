// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing;

import java.time.Duration;

/** Told of every stage's work; metrics listen. */
public interface StageListener {
    void stageDone(String stage, String partner, int documents, Duration took);

    /** @param family MAPPING, CHANNEL or BUG */
    void stageFailed(String stage, String partner, String family);
}
