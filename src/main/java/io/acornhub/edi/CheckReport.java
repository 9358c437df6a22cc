// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.interchange.Fault;
import java.util.List;
import java.util.Locale;

/**
 * What the hub would say to a file.
 *
 * @param acknowledgment the text of the TA1 or 997 it would get, control numbers being placeholders; null for none
 */
public record CheckReport(String file, Verdict verdict, List<Fault> faults, String acknowledgment) {

    public enum Verdict {
        ACCEPTED,
        /** Some sets are accepted, some rejected. */
        PARTIAL,
        REJECTED,
        /** The same bytes came before. */
        DUPLICATE,
        /** Syntactically right, but a person has to decide. */
        HELD,
        UNREADABLE;

        /** As the command line prints it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
