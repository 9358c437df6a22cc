// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.orders;

import io.acornhub.interchange.MappingFault;
import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.ApiError;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.CallResult;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.SellingPartner;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The pages of one {@code getPurchaseOrders}, one call a page. The token is opaque and comes with the filters of the first call;
 * the sort order is left to Amazon, which refuses it for some accounts. InvalidInput in the midst of paging is asked once more,
 * which cures it (facts, section 10). For one thread.
 */
public final class OrderPaging {
    private static final String LIMIT = "100";
    private static final int BAD_REQUEST = 400;
    /** Empty pages that give the token they were asked for with, one after another, until that is a fault. */
    private static final int MOST_STANDING = 5;
    private static final Duration UNKNOWN_WAIT = Duration.ofSeconds(30);
    private final SellingPartner seller;
    private final Connection connection;
    private final Map<String, String> filters;
    private String token;
    private boolean more = true;
    private int standing;

    /** What one call brought. */
    public sealed interface Result {
    }

    /** @param answer as it came */
    public record Page(Answer answer, OrderPage page) implements Result {
    }

    /** Amazon answered something that cannot be read, so the next page's token is not known either. */
    public record Unreadable(Answer answer, MappingFault fault) implements Result {
    }

    /** @param after how long to wait at least */
    public record Failed(String problem, Duration after) implements Result {
    }

    private OrderPaging(SellingPartner seller, Connection connection, Map<String, String> filters) {
        this.seller = seller;
        this.connection = connection;
        this.filters = filters;
    }

    /** @param details whether orders come whole, or only their numbers */
    public static OrderPaging of(SellingPartner seller, Connection connection, OrderCursors.Kind kind, OrderWindow window,
                                 boolean details) {
        Map<String, String> filters = new LinkedHashMap<>();
        String dates = kind == OrderCursors.Kind.CREATED ? "created" : "changed";
        filters.put(dates + "After", window.from().truncatedTo(ChronoUnit.SECONDS).toString());
        filters.put(dates + "Before", window.until().truncatedTo(ChronoUnit.SECONDS).toString());
        if (kind == OrderCursors.Kind.CHANGED) {
            filters.put("isPOChanged", "true");
        }
        filters.put("includeDetails", Boolean.toString(details));
        filters.put("limit", LIMIT);
        return new OrderPaging(seller, connection, filters);
    }

    /** Gives up what pages are left: they were read another way. */
    public void end() {
        more = false;
    }

    /** Whether a page was read and another follows it. */
    public boolean midway() {
        return more && token != null;
    }

    /** Whether there is a page to ask for. */
    public boolean more() {
        return more;
    }

    /** The filters in words, for whoever looks at what was stored. */
    public String asked() {
        return filters.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("&",
            Operation.GET_PURCHASE_ORDERS.id() + "?", ""));
    }

    /** The next page. After a failure the same page is asked for again. */
    public Result next() {
        CallResult result = seller.call(connection, call());
        if (token != null && result instanceof CallResult.Refused refused && invalidInput(refused)) {
            result = seller.call(connection, call());
        }
        if (!(result instanceof CallResult.Answered answered)) {
            return failed(result);
        }
        try {
            OrderPage page = OrderPage.read(answered.answer().body());
            standing = page.nextToken() != null && page.nextToken().equals(token) ? standing + 1 : 0;
            if (standing > (page.orders().isEmpty() ? MOST_STANDING : 0)) {
                standing = 0;
                return new Failed("Amazon gives the token again that this page was asked for with, so paging would never end",
                    UNKNOWN_WAIT);
            }
            token = page.nextToken();
            more = token != null;
            return new Page(answered.answer(), page);
        } catch (MappingFault fault) {
            return new Unreadable(answered.answer(), fault);
        }
    }

    /** Why a call did not answer. */
    public static Failed failed(CallResult result) {
        if (result instanceof CallResult.Unavailable unavailable) {
            return new Failed(unavailable.reason(), unavailable.after());
        }
        if (result instanceof CallResult.Refused refused) {
            return new Failed("Amazon refuses: " + refused.inWords(), UNKNOWN_WAIT);
        }
        return new Failed("no answer: " + result, UNKNOWN_WAIT);
    }

    private static boolean invalidInput(CallResult.Refused refused) {
        return refused.answer().status() == BAD_REQUEST && refused.errors().stream().map(ApiError::code)
            .anyMatch("InvalidInput"::equalsIgnoreCase);
    }

    private Call call() {
        Call call = Call.of(Operation.GET_PURCHASE_ORDERS);
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            call = call.query(filter.getKey(), filter.getValue());
        }
        return token == null ? call : call.query("nextToken", token);
    }
}
