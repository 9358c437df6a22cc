// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.orders;

import io.acornhub.interchange.MappingFault;
import io.acornhub.routing.WorkMessage;
import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.CallResult;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.SellingPartner;
import io.acornhub.sellingpartner.orders.OrderCursors.Kind;
import io.acornhub.sellingpartner.orders.OrderPage;
import io.acornhub.sellingpartner.orders.OrderPaging;
import io.acornhub.sellingpartner.orders.OrderWindow;
import io.acornhub.sellingpartner.orders.SeenOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Asks for numbers of orders first, without their details, and then for single orders. */
@Component
public class OrderNumbers {
    private static final int NOT_FOUND = 404;
    private final SellingPartner seller;
    private final OrderPages pages;

    public OrderNumbers(SellingPartner seller, OrderPages pages) {
        this.seller = seller;
        this.pages = pages;
    }

    /**
     * The orders of a window.
     *
     * @param problem why not all of them are known; null when they are
     */
    record Listed(Set<String> numbers, String problem) {
    }

    /**
     * @param stored pages with something new, for identification
     * @param failed why single orders could not be fetched, by number
     * @param problem why the whole cannot count as read; null when it does
     */
    record Fetched(Set<String> numbers, List<WorkMessage> stored, Map<String, String> failed, String problem) {
    }

    Listed list(Connection connection, Kind kind, OrderWindow window) {
        Set<String> numbers = new TreeSet<>();
        OrderPaging paging = OrderPaging.of(seller, connection, kind, window, false);
        while (paging.more()) {
            OrderPaging.Result result = paging.next();
            if (result instanceof OrderPaging.Page page) {
                page.page().orders().stream().map(SeenOrder::poNumber).filter(n -> n != null).forEach(numbers::add);
            } else if (result instanceof OrderPaging.Unreadable unreadable) {
                pages.storeUnreadable(connection, unreadable.answer(), unreadable.fault(), paging.asked());
                return new Listed(numbers, unreadable.fault().faults().get(0).text());
            } else {
                return new Listed(numbers, ((OrderPaging.Failed) result).problem());
            }
        }
        return new Listed(numbers, null);
    }

    /**
     * Fetches orders of a window, each for itself. One that cannot be read is kept and left out, so that the others come; one that
     * could not be asked for now leaves the whole unread.
     *
     * @param wanted which of them
     */
    Fetched fetch(Connection connection, Kind kind, OrderWindow window, Predicate<String> wanted) {
        Listed listed = list(connection, kind, window);
        List<WorkMessage> stored = new ArrayList<>();
        Map<String, String> failed = new TreeMap<>();
        String problem = listed.problem();
        for (String number : listed.numbers()) {
            if (wanted.test(number)) {
                One one = one(connection, number);
                stored.addAll(one.stored());
                if (one.problem() != null) {
                    failed.put(number, one.problem());
                }
                problem = problem == null && one.later() ? one.problem() : problem;
            }
        }
        return new Fetched(listed.numbers(), stored, failed, problem);
    }

    /**
     * One order.
     *
     * @param problem why it could not be fetched; null when it was
     * @param later whether it may work another time
     */
    record One(List<WorkMessage> stored, String problem, boolean later) {
    }

    One one(Connection connection, String number) {
        CallResult result = seller.call(connection, Call.of(Operation.GET_PURCHASE_ORDER).path("purchaseOrderNumber", number));
        String asked = Operation.GET_PURCHASE_ORDER.id() + " " + number;
        if (result instanceof CallResult.Answered answered) {
            return stored(connection, answered.answer(), asked);
        }
        boolean later = !(result instanceof CallResult.Refused refused) || refused.answer().status() != NOT_FOUND;
        return new One(List.of(), OrderPaging.failed(result).problem(), later);
    }

    private One stored(Connection connection, Answer answer, String asked) {
        try {
            return new One(pages.store(connection, answer, OrderPage.read(answer.body()), asked).map(WorkMessage::ofInterchange).stream()
                .toList(), null, false);
        } catch (MappingFault fault) {
            pages.storeUnreadable(connection, answer, fault, asked);
            return new One(List.of(), fault.faults().get(0).text(), false);
        }
    }
}
