// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.util.List;

/** On the embedded defaults. */
class H2As2FlowTest extends As2FlowTest {
    @Override
    protected List<String> database() {
        return List.of();
    }
}
