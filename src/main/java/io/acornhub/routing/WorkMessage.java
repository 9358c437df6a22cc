// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing;

import java.util.List;

/**
 * What travels over the queues: ids only; bytes lie in the archive and canonical documents in the database. A message holds
 * the documents of one interchange, or a part of them, so that a large interchange costs few messages.
 *
 * @param interchange the interchange all of it belongs to
 * @param documents document ids; empty where the work is on the interchange itself
 */
public record WorkMessage(String interchange, List<String> documents) {

    public static WorkMessage ofInterchange(String id) {
        return new WorkMessage(id, List.of());
    }

    /** The trace id shown in logs and on the queues: the document's where there is only one. */
    public String trace() {
        return documents.size() == 1 ? documents.get(0) : interchange;
    }
}
