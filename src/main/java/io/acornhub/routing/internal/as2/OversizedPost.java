// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import java.io.IOException;

/** A body that has more bytes than its channel takes. */
final class OversizedPost extends IOException {
    OversizedPost(long largest) {
        super("more than " + largest + " bytes");
    }
}
