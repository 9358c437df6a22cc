// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import java.io.IOException;

/** A body that comes so slowly that its sender only means to keep a connection busy. */
final class SlowSender extends IOException {
    SlowSender(String message) {
        super(message);
    }
}
