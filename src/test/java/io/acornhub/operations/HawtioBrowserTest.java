// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HawtioBrowserTest extends HubWebTest {

    @Test
    void theOperatorLogsInAndSeesARouteWithItsDescriptionAndDiagram() {
        HawtioVisit.seesRoute(base(), PASSWORD, "inbound-translate", "Translates what came in",
            Path.of("target/hawtio-route.png"));
    }
}
