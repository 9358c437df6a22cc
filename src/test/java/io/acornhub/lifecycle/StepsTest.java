// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.lifecycle.OrderState.Step;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every pair of act and step, as a person would draw them: an x for what can never be right. */
class StepsTest {
    private static final String ILLEGAL = """
        act                   NEW ACKNOWLEDGED PARTLY_SHIPPED SHIPPED PARTLY_INVOICED INVOICED PARTLY_PAID PAID CLOSED CANCELLED
        ORDER                 x   x            x              x       x               x        x           x    x      x
        CHANGE                -   -            -              -       -               x        -           x    x      x
        CANCELLATION          -   -            -              x       -               x        -           x    x      -
        ACKNOWLEDGMENT        -   -            -              -       -               x        -           x    x      -
        CHANGE_ACKNOWLEDGMENT -   -            -              -       -               x        -           x    x      -
        ROUTING_REQUEST       -   -            -              -       -               -        -           x    x      x
        ROUTING_INSTRUCTION   -   -            -              -       -               -        -           -    -      -
        SHIPMENT              -   -            -              -       -               -        -           -    x      x
        SHIPMENT_CANCELLATION x   x            -              -       -               x        -           x    x      x
        INVOICE               -   -            -              -       -               -        -           -    -      x
        CREDIT                x   x            x              x       -               -        -           -    -      x
        PAYMENT               -   -            -              -       -               -        -           -    -      -
        """;

    @Test
    void everyPairIsLegalWithWhatMayFollowOrIllegalWithAReason() {
        List<String> rows = ILLEGAL.lines().toList();
        List<Step> steps = Arrays.stream(rows.get(0).split(" +")).skip(1).map(Step::valueOf).toList();
        assertThat(steps).containsExactlyInAnyOrder(Step.values());
        Map<Act, String[]> drawn = new LinkedHashMap<>();
        rows.stream().skip(1).map(r -> r.split(" +")).forEach(r -> drawn.put(Act.valueOf(r[0]), Arrays.copyOfRange(r, 1, r.length)));
        assertThat(drawn.keySet()).containsExactlyInAnyOrderElementsOf(Arrays.stream(Act.values()).filter(Act::ofOrders).toList());
        drawn.forEach((act, marks) -> {
            for (int i = 0; i < marks.length; i++) {
                Steps.Cell cell = Steps.of(act, steps.get(i));
                assertThat(cell).as("%s on %s", act, steps.get(i)).isNotNull();
                assertThat(cell.legal()).as("%s on %s", act, steps.get(i)).isEqualTo(marks[i].equals("-"));
                if (cell.legal()) {
                    assertThat(cell.next()).as("%s on %s", act, steps.get(i)).isNotEmpty();
                } else {
                    assertThat(cell.why()).as("%s on %s", act, steps.get(i)).isNotBlank().doesNotEndWith(".");
                    assertThat(cell.next()).isEmpty();
                }
            }
        });
    }
}
