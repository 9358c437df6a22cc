// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TranslationTest {
    private static final String BUNDLE = "x12/004010/850-purchase-order";
    private static final Path SAMPLES = TranslationKit.MAPPINGS.resolve(BUNDLE + "/samples");
    private static final TranslationContext CONTEXT = TranslationContext.plain(Instant.EPOCH);
    private static TranslationKit kit;

    @BeforeAll
    static void open() {
        kit = TranslationKit.ofProject();
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    @Test
    void everySetOfAnInterchangeBecomesADocumentWithItsControlNumbers() {
        List<CanonicalText> texts = kit.translation.toCanonical(BUNDLE, sample("accepts/three-orders.edi"), CONTEXT);

        assertThat(texts).extracting(text -> text.control().document()).containsExactly("0001", "0002", "0003");
        assertThat(texts).extracting(text -> text.control().interchange()).containsOnly("000006001");
        assertThat(texts).extracting(text -> text.control().group()).containsOnly("6001");
    }

    @Test
    void oneSetThatCannotBeMappedDoesNotKeepTheOthersFromIt() {
        String three = new String(sample("accepts/three-orders.edi"), StandardCharsets.UTF_8);
        byte[] input = three.replace("PO1*1*7*EA", "PO1*1*7*ZZ").getBytes(StandardCharsets.UTF_8);

        List<Translated> each = kit.translation.eachToCanonical(BUNDLE, input, CONTEXT);

        assertThat(each).extracting(one -> one.fault() == null).containsExactly(true, false, true);
        assertThat(each.get(1).control().document()).isEqualTo("0002");
        assertThat(each.get(1).fault().faults().get(0).code()).isEqualTo(FaultCode.CODE_NOT_IN_LIST);
    }

    @Test
    void canonicalTextReadsIntoItsRecordAndIsWrittenTheSame() throws Exception {
        String json = kit.translation.toCanonical(BUNDLE, sample("accepts/everything.edi"), CONTEXT).get(0).json();

        assertThat(CanonicalJson.write(CanonicalJson.read(json, PurchaseOrder.class))).isEqualTo(json);
    }

    @Test
    void aBundleIsNotUsedTheWrongWayRound() {
        MappingFault fault = catchThrowableOfType(MappingFault.class, () -> kit.translation.fromCanonical(BUNDLE, "{}", CONTEXT));

        assertThat(fault.faults().get(0).text()).contains("is to-canonical, not from-canonical");
    }

    @Test
    void whatIsNoJsonIsAFaultOfTheDocument() {
        MappingFault fault = catchThrowableOfType(MappingFault.class,
            () -> kit.translation.fromCanonical("x12/004010/order-acknowledgment-855", "<order/>", CONTEXT));

        assertThat(fault.faults().get(0).code()).isEqualTo(FaultCode.CANONICAL_INVALID);
    }

    @Test
    void severalThreadsAtOnceGetTheirOwnDocuments() throws Exception {
        byte[] first = sample("accepts/four-lines.edi");
        byte[] second = sample("accepts/everything.edi");
        String firstJson = kit.translation.toCanonical(BUNDLE, first, CONTEXT).get(0).json();
        String secondJson = kit.translation.toCanonical(BUNDLE, second, CONTEXT).get(0).json();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                byte[] input = i % 2 == 0 ? first : second;
                String expected = i % 2 == 0 ? firstJson : secondJson;
                work.add(() -> kit.translation.toCanonical(BUNDLE, input, CONTEXT).get(0).json().equals(expected));
            }
            for (Future<Boolean> same : threads.invokeAll(work)) {
                assertThat(same.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static byte[] sample(String name) {
        return TranslationKit.bytes(SAMPLES.resolve(name));
    }
}
