// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Submission;
import java.util.List;
import java.util.Map;

/** Reads somewhere else than where it was posted what Amazon made of a document of ours. */
interface Prover {
    /** The operation whose documents it can find. */
    Operation of();

    /**
     * Looks for each of them, one by one or, where there are many, by pages.
     *
     * @return by the submission's id
     */
    Map<String, Finding> look(Connection connection, List<Submission> wanted);
}
