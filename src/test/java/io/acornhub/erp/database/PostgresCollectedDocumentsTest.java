// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import java.nio.file.Path;

class PostgresCollectedDocumentsTest extends CollectedDocumentsTest {
    @Override
    TableDatabase fresh(Path inFolder) {
        return TableDatabase.postgres();
    }
}
