// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.interchange.Fault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two documents at the same moment, on H2. */
class OrderConcurrencyTest {
    private static final int ROUNDS = 25;
    private LifecycleDatabase hub;
    private ExecutorService two;

    LifecycleDatabase fresh(Path folder) {
        return LifecycleDatabase.h2(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        hub = fresh(folder);
        two = Executors.newFixedThreadPool(2);
    }

    @AfterEach
    void close() throws InterruptedException {
        two.shutdownNow();
        assertThat(two.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        hub.close();
    }

    private List<List<Fault>> atOnce(Callable<List<Fault>> one, Callable<List<Fault>> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<List<Fault>>> futures = new ArrayList<>();
        for (Callable<List<Fault>> work : List.of(one, other)) {
            futures.add(two.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        return List.of(futures.get(0).get(30, TimeUnit.SECONDS), futures.get(1).get(30, TimeUnit.SECONDS));
    }

    @Test
    void shipmentAndInvoiceOfOneOrderBothCount() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Chain chain = new Chain("4BOTH" + i);
            hub.received(chain.order(), chain.po + "-850");
            hub.sent(chain.acknowledgment(), chain.po + "-855");
            String n = Integer.toString(i);
            assertThat(atOnce(() -> hub.sent(chain.shipment("S" + n, "ORIGINAL", "24", "40", n + "A", n + "B"), chain.po + "-856"),
                () -> hub.sent(chain.invoice("I" + n, "INVOICE", "24", "300", "40", "294", "594"), chain.po + "-810")))
                .containsExactly(List.of(), List.of());
            OrderFigures order = hub.figures(chain.po);
            assertThat(OrderLifecycleTest.sum(order, OrderFigures.Line::shipped)).isEqualByComparingTo("64");
            assertThat(order.money().invoiced()).isEqualByComparingTo("594");
            assertThat(hub.step(chain.po)).as("as a reading of all of it says").isEqualTo(order.step());
        }
    }

    @Test
    void ofTwoInvoicesWithOneNumberOneCounts() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Chain one = new Chain("4ONE" + i);
            Chain other = new Chain("4TWO" + i);
            hub.received(one.order(), one.po + "-850");
            hub.received(other.order(), other.po + "-850");
            String number = "I" + i;
            List<List<Fault>> answers = atOnce(
                () -> hub.sent(one.invoice(number, "INVOICE", "24", "300", "40", "294", "594"), one.po + "-810"),
                () -> hub.sent(other.invoice(number, "INVOICE", "24", "300", "40", "294", "594"), other.po + "-810"));
            assertThat(answers.stream().filter(List::isEmpty).count()).isEqualTo(1);
            assertThat(hub.figures(one.po).money().invoiced().add(hub.figures(other.po).money().invoiced()))
                .isEqualByComparingTo(new BigDecimal("594"));
        }
    }

    @Test
    void ofTwoOrdersWithOneNumberOneCounts() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Chain chain = new Chain("4SAME" + i);
            List<List<Fault>> answers = atOnce(() -> hub.received(chain.order(), chain.po + "-a"),
                () -> hub.received(chain.order(), chain.po + "-b"));
            assertThat(answers.stream().filter(List::isEmpty).count()).isEqualTo(1);
            assertThat(hub.overview().find(chain.po)).hasSize(1);
        }
    }
}
