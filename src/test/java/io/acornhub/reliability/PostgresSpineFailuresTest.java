// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.PostgresServer;
import java.util.List;

/** On a real PostgreSQL. */
class PostgresSpineFailuresTest extends SpineFailuresTest {
    @Override
    protected List<String> database() {
        return PostgresServer.freshDatabase().settings();
    }
}
