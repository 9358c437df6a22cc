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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Documents of many other companies, as published; they are read where they lie. */
class PublicDocumentsTest {
    private static final Map<String, String> BUNDLES = Map.of("850", "850-purchase-order", "860", "860-purchase-order-change",
        "820", "820-remittance", "830", "830-planning-schedule", "852", "852-product-activity", "861", "861-receiving-advice",
        "864", "864-text-message", "824", "824-application-advice", "214", "214-shipment-status");
    private static final int TYPE = 1;
    private static final int RELEASE = 2;
    private static final int ENVELOPE = 5;

    @Test
    void everyPublicDocumentOf4010IsMappedOrHasAFaultThatNamesItsPlace() throws IOException {
        Path index = SharedSamples.sample("x12/index.tsv");
        List<String> unclear = new ArrayList<>();
        Map<String, Integer> mapped = new TreeMap<>();
        try (TranslationKit kit = TranslationKit.ofProject()) {
            for (String line : Files.readAllLines(index)) {
                String[] cells = line.split("\t", -1);
                if (BUNDLES.containsKey(cells[TYPE]) && cells[RELEASE].startsWith("004010") && readable(cells)) {
                    Path file = index.resolveSibling(cells[0]);
                    mapped.merge(cells[TYPE], documentsIn(kit, BUNDLES.get(cells[TYPE]), file, unclear), Integer::sum);
                }
            }
        }
        assertThat(unclear).isEmpty();
        assertThat(mapped.get("850")).isGreaterThan(20);
        assertThat(mapped.get("820")).isEqualTo(2);
        assertThat(mapped.get("824")).isEqualTo(1);
    }

    /** A wrong envelope is the reader's matter; what is wrong with counts and numbers only is still read. */
    private static boolean readable(String[] cells) {
        return cells[ENVELOPE].equals("ok") || !cells[TYPE].equals("850") && !cells[ENVELOPE].startsWith("ISA");
    }

    private static int documentsIn(TranslationKit kit, String bundle, Path file, List<String> unclear) {
        int documents = 0;
        List<Translated> sets = kit.translation.eachToCanonical("x12/004010/" + bundle, TranslationKit.bytes(file),
            TranslationContext.plain(Instant.EPOCH));
        for (Translated set : sets) {
            if (set.fault() == null) {
                documents++;
            } else if (!clear(set.fault())) {
                unclear.add(file.getFileName() + ": " + set.fault().faults());
            }
        }
        return documents;
    }

    private static boolean clear(FaultException fault) {
        return fault.faults().stream().allMatch(f -> f.element() != null || f.segment() != null || f.code().list() != null);
    }
}
