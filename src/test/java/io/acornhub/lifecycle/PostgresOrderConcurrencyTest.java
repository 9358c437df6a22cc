// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import java.nio.file.Path;

/** The same on PostgreSQL. */
class PostgresOrderConcurrencyTest extends OrderConcurrencyTest {
    @Override
    LifecycleDatabase fresh(Path folder) {
        return LifecycleDatabase.postgres();
    }
}
