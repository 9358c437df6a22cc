// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A register for one run of the command line. */
public final class InMemoryDuplicates implements DuplicateRegister {
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    @Override
    public Sighting enter(InterchangeHeader header, String sha256) {
        String key = String.join("|", header.elements().subList(4, 8)) + "|" + header.controlNumber();
        String before = seen.putIfAbsent(key, sha256);
        if (before == null) {
            return Sighting.NEW;
        }
        return before.equals(sha256) ? Sighting.SAME : Sighting.OTHER;
    }
}
