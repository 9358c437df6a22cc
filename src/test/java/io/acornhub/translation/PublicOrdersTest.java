// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.SharedSamples;
import io.acornhub.interchange.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders of many other companies, as published; they are read where they lie. */
class PublicOrdersTest {
    private static final String BUNDLE = "x12/004010/850-purchase-order";
    private static final int TYPE = 1;
    private static final int RELEASE = 2;
    private static final int ENVELOPE = 5;

    @Test
    void everyPublic850Of4010GivesACanonicalOrderOrAFaultThatNamesItsPlace() throws IOException {
        Path index = SharedSamples.sample("x12/index.tsv");
        List<String> unclear = new ArrayList<>();
        int orders = 0;
        try (TranslationKit kit = TranslationKit.ofProject()) {
            for (String line : Files.readAllLines(index)) {
                String[] cells = line.split("\t", -1);
                if (cells[TYPE].equals("850") && cells[RELEASE].equals("004010") && cells[ENVELOPE].equals("ok")) {
                    orders += ordersIn(kit, index.resolveSibling(cells[0]), unclear);
                }
            }
        }
        assertThat(unclear).isEmpty();
        assertThat(orders).isGreaterThan(20);
    }

    private static int ordersIn(TranslationKit kit, Path file, List<String> unclear) {
        int orders = 0;
        List<Translated> sets =
            kit.translation.eachToCanonical(BUNDLE, TranslationKit.bytes(file), TranslationContext.plain(Instant.EPOCH));
        for (Translated set : sets) {
            if (set.fault() == null) {
                orders++;
            } else if (!clear(set.fault())) {
                unclear.add(file.getFileName() + ": " + set.fault().faults());
            }
        }
        return orders;
    }

    private static boolean clear(FaultException fault) {
        return fault.faults().stream().allMatch(f -> f.element() != null || f.segment() != null || f.code().list() != null);
    }
}
