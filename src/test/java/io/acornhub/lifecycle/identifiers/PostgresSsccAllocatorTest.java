// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.PostgresServer;

class PostgresSsccAllocatorTest extends SsccAllocatorTest {
    @Override
    HikariDataSource database() {
        return PostgresServer.freshDatabase().pool();
    }
}
