// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import java.nio.file.Path;

class PostgresDeliveredRowsTest extends DeliveredRowsTest {
    @Override
    TableDatabase fresh(Path inFolder) {
        return TableDatabase.postgres();
    }
}
