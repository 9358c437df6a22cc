// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.ApiError;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.CallResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What paging makes of pages that bring nothing, of tokens that stand still and of pages that fail. */
class OrderPagingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private final Deque<CallResult> answers = new ArrayDeque<>();
    private final List<Call> asked = new ArrayList<>();
    private final OrderPaging paging = OrderPaging.of((connection, call) -> {
        asked.add(call);
        return answers.remove();
    }, null, OrderCursors.Kind.CREATED, new OrderWindow(NOW.minusSeconds(3600), NOW, false), true);

    @Test
    void anEmptyPageIsNotTheLast() {
        answers.add(page("a", "1"));
        answers.add(page("b"));
        answers.add(page(null, "2"));
        assertThat(paging.next()).isInstanceOf(OrderPaging.Page.class);
        assertThat(paging.next()).isInstanceOf(OrderPaging.Page.class);
        assertThat(paging.next()).isInstanceOf(OrderPaging.Page.class);
        assertThat(paging.more()).isFalse();
        assertThat(asked).extracting(call -> call.query().get("nextToken")).containsExactly(null, List.of("a"), List.of("b"));
    }

    @Test
    void anEmptyPageThatGivesItsOwnTokenIsAskedForAgainButNotForEver() {
        answers.add(page("a", "1"));
        for (int i = 0; i < 6; i++) {
            answers.add(page("a"));
        }
        assertThat(paging.next()).isInstanceOf(OrderPaging.Page.class);
        for (int i = 0; i < 5; i++) {
            assertThat(paging.next()).isInstanceOf(OrderPaging.Page.class);
        }
        assertThat(paging.next()).isInstanceOfSatisfying(OrderPaging.Failed.class,
            failed -> assertThat(failed.problem()).contains("gives the token again"));
        assertThat(paging.midway()).isTrue();
    }

    @Test
    void aPageWithOrdersThatGivesItsOwnTokenIsAFault() {
        answers.add(page("a", "1"));
        answers.add(page("a", "2"));
        paging.next();
        assertThat(paging.next()).isInstanceOf(OrderPaging.Failed.class);
    }

    @Test
    void afterAFailureTheSamePageIsAskedFor() {
        answers.add(page("a", "1"));
        answers.add(new CallResult.Unavailable("500 of Amazon", Duration.ofSeconds(5)));
        answers.add(page(null, "2"));
        paging.next();
        assertThat(paging.next()).isEqualTo(new OrderPaging.Failed("500 of Amazon", Duration.ofSeconds(5)));
        assertThat(paging.midway()).isTrue();
        assertThat(paging.next()).isInstanceOf(OrderPaging.Page.class);
        assertThat(asked.get(2).query()).containsEntry("nextToken", List.of("a"));
    }

    @Test
    void invalidInputWhilePagingIsAskedOnceMore() {
        answers.add(page("a", "1"));
        answers.add(new CallResult.Refused(answer(400, "{}"), List.of(new ApiError("InvalidInput", "not valid", null))));
        answers.add(page(null, "2"));
        paging.next();
        assertThat(paging.next()).isInstanceOf(OrderPaging.Page.class);
        assertThat(paging.midway()).isFalse();
    }

    private static CallResult page(String next, String... orders) {
        StringBuilder json = new StringBuilder("{\"payload\":{");
        if (next != null) {
            json.append("\"pagination\":{\"nextToken\":\"").append(next).append("\"},");
        }
        json.append("\"orders\":[");
        for (int i = 0; i < orders.length; i++) {
            json.append(i == 0 ? "" : ",").append("{\"purchaseOrderNumber\":\"").append(orders[i]).append("\"}");
        }
        return new CallResult.Answered(answer(200, json.append("]}}").toString()));
    }

    private static Answer answer(int status, String json) {
        return new Answer(status, json.getBytes(StandardCharsets.UTF_8), "r-1", null, NOW);
    }
}
