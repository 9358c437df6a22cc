// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.SharedSamples;
import io.acornhub.edi.X12Samples.Recorded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Public X12 files of ../shared/samples: whatever they hold, there is a verdict. */
class PublicSamplesTest {
    @Test
    void everyFileGetsAVerdict() throws IOException {
        for (Path file : files("x12")) {
            Recorded read = X12Samples.read(Files.newInputStream(file), X12Limits.DEFAULT);
            assertThat(read.ends.size() + read.faults.size()).as(file.toString()).isPositive();
            assertThat(read.ends).as(file.toString()).hasSameSizeAs(read.interchanges);
            assertThat(read.groupEnds).as(file.toString()).hasSameSizeAs(read.groups);
        }
    }

    @Test
    void whatASetSlicesOutOfTheFileIsTheSameSet() throws IOException {
        for (Path file : files("x12")) {
            byte[] bytes = Files.readAllBytes(file);
            new X12Reader().read(new ByteArrayInputStream(bytes), X12Samples.anyRelease(), new X12Handler() {
                @Override
                public void set(GroupHeader group, TransactionSet set) {
                    if (set.tree() != null) {
                        byte[] slice = Arrays.copyOfRange(bytes, (int) set.offset(), (int) set.offset() + set.length());
                        SetSlice cut = new SetSlice(group.interchange().raw(), group.raw(), slice);
                        String again = SetSliceReader.read(cut, X12Samples.grammar(set.id(), group.release()))
                            .toString();
                        assertThat(again).as(file.toString()).isEqualTo(set.tree().toString());
                    }
                }
            });
        }
    }

    @Test
    void theChainWrittenForAmazonIsFreeOfFaults() throws IOException {
        for (String name : List.of("us-set1/01-850-4TG7Q2PX.edi", "us-set1/02-997-for-850.edi", "us-set1/03-855-4TG7Q2PX.edi",
            "us-set1/05-856-SHP0004711.edi", "us-set1/05b-856-palletised.edi", "us-set1/07-810-INV-88123.edi",
            "us-set1/09-820-400123456.edi", "us-set2/05-856-SHP0005101.edi", "us-more/846-inventory.edi",
            "us-more/856-two-orders-consolidated.edi", "us-more/754-routing-ASSUMED.edi", "us-more/860-change-ASSUMED.edi",
            "us-more/850-three-orders-one-group.edi", "us-more/997-partial-P.edi", "public/855-CONNECTIVITYTEST.edi")) {
            try (InputStream in = Files.newInputStream(SharedSamples.sample("amazon/" + name))) {
                Recorded read = X12Samples.read(in, X12Limits.DEFAULT);
                assertThat(read.faults).as(name).isEmpty();
                assertThat(read.ends).as(name).allMatch(e -> e.faults().isEmpty()).isNotEmpty();
                assertThat(read.sets).as(name).allMatch(TransactionSet::accepted).isNotEmpty();
            }
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.list(SharedSamples.sample(folder))) {
            return all.filter(f -> !f.toString().endsWith(".tsv") && !f.toString().endsWith(".md")).sorted().toList();
        }
    }
}
