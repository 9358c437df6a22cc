// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.PostgresServer;
import java.util.List;

/** On a real PostgreSQL. */
class PostgresAs2FlowTest extends As2FlowTest {
    @Override
    protected List<String> database() {
        return PostgresServer.freshDatabase().settings();
    }
}
