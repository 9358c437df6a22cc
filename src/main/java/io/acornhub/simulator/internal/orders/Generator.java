// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.VendorGroup;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.access.Accounts;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes orders out of a seed: the same wish gives the same orders, dates apart. */
public final class Generator {
    private static final List<String> CENTRES = List.of("PHX7", "ONT8", "MDW2", "ABE8", "LAX9");
    private static final int CATALOGUE = 200;
    private final Accounts accounts;

    /**
     * What is wanted; everything but {@code generate} can be left out.
     *
     * @param generate how many orders
     * @param seed of everything random, order numbers too
     * @param vendorCodes in turn; all codes of the first vendor group unless said
     * @param minLines of an order, 1 unless said
     * @param maxLines 5 unless said
     * @param units {@code Eaches}, {@code Cases} or {@code mixed}
     * @param shipTo fulfilment centres, drawn at random
     * @param windowDays length of the ship window that begins two days after the order; 7 unless said
     * @param spread how far back the oldest is dated; none unless said
     * @param backOrderAllowed null: drawn for each line
     * @param items a catalogue to draw from; one made of the seed unless said
     * @param prefix of the order numbers, up to 4 capitals or digits
     */
    @JsonIgnoreProperties("visibleAfter")
    public record Wish(int generate, long seed, List<String> vendorCodes, Integer minLines, Integer maxLines, String units,
                       List<String> shipTo, Integer windowDays, Duration spread, Boolean backOrderAllowed, List<Item> items,
                       String prefix) {
    }

    /** An article of the catalogue. @param unitSize units in a case; 1 unless said */
    public record Item(String amazonProductIdentifier, String vendorProductIdentifier, BigDecimal netCost, Integer unitSize) {
    }

    public Generator(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Orders in Amazon's JSON. @throws Problem 400 for a wish that cannot be had */
    public List<ObjectNode> make(Wish wish, Instant now) {
        if (wish.generate() < 1 || wish.generate() > 1_000_000) {
            throw Problem.invalid("generate is from 1 to 1000000.");
        }
        String prefix = wish.prefix() == null ? "" : wish.prefix();
        if (!prefix.matches("[A-Z0-9]{0,4}")) {
            throw Problem.invalid("prefix has up to 4 capitals or digits.");
        }
        List<String> codes = wish.vendorCodes() == null ? accounts.first().group().vendorCodes() : wish.vendorCodes();
        codes.forEach(code -> accounts.holding(code).orElseThrow(() -> Problem.invalid("Nobody has the vendor code " + code + ".")));
        SplittableRandom random = new SplittableRandom(wish.seed());
        List<Item> items = wish.items() == null || wish.items().isEmpty() ? catalogue(wish.seed()) : wish.items();
        Set<String> numbers = new HashSet<>();
        List<ObjectNode> made = new ArrayList<>(wish.generate());
        for (int i = 0; i < wish.generate(); i++) {
            String number = number(prefix, random);
            while (!numbers.add(number)) {
                number = number(prefix, random);
            }
            made.add(order(number, codes.get(i % codes.size()), wish, items, random, date(wish, i, now)));
        }
        return made;
    }

    /** Spread evenly, the oldest first. */
    private static Instant date(Wish wish, int index, Instant now) {
        Duration back = wish.spread() == null ? Duration.ZERO
            : wish.spread().multipliedBy(wish.generate() - 1L - index).dividedBy(wish.generate());
        return now.minus(back).truncatedTo(ChronoUnit.MILLIS);
    }

    private static String number(String prefix, SplittableRandom random) {
        StringBuilder number = new StringBuilder(prefix);
        while (number.length() < 8) {
            number.append("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".charAt(random.nextInt(34)));
        }
        return number.toString();
    }

    /** Articles with a valid EAN-13 as the vendor's identifier. */
    static List<Item> catalogue(long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5EEDL);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < CATALOGUE; i++) {
            String body = String.format(Locale.ROOT, "40%05d%05d", Math.floorMod(seed, 100_000), i);
            int sum = 0;
            for (int k = 0; k < 12; k++) {
                sum += (body.charAt(k) - '0') * (k % 2 == 0 ? 1 : 3);
            }
            items.add(new Item(String.format(Locale.ROOT, "B0%08d", Math.floorMod(seed * 1_000 + i, 100_000_000)),
                body + (10 - sum % 10) % 10, BigDecimal.valueOf(random.nextLong(99, 9_999), 2), random.nextInt(1, 13)));
        }
        return items;
    }

    private ObjectNode order(String number, String code, Wish wish, List<Item> items, SplittableRandom random, Instant date) {
        Account account = accounts.holding(code).orElseThrow();
        List<String> centres = wish.shipTo() == null || wish.shipTo().isEmpty() ? CENTRES : wish.shipTo();
        ObjectNode order = header(number, account.group(), code, centres.get(random.nextInt(centres.size())), date,
            wish.windowDays() == null ? 7 : wish.windowDays());
        ArrayNode lines = ((ObjectNode) order.get("orderDetails")).putArray("items");
        int least = wish.minLines() == null ? 1 : wish.minLines();
        int most = Math.max(least, wish.maxLines() == null ? 5 : wish.maxLines());
        int count = Math.min(items.size(), random.nextInt(least, most + 1));
        int first = random.nextInt(items.size());
        for (int i = 0; i < count; i++) {
            Item item = items.get((first + i) % items.size());
            boolean cases = "Cases".equals(wish.units()) || "mixed".equals(wish.units()) && random.nextInt(2) == 0;
            boolean backOrder = wish.backOrderAllowed() == null ? random.nextInt(2) == 0 : wish.backOrderAllowed();
            lines.add(line(i + 1, item, random.nextLong(1, 49), cases, backOrder, account.group().currency()));
        }
        return order;
    }

    static ObjectNode header(String number, VendorGroup group, String code, String centre, Instant date, int windowDays) {
        ObjectNode order = Json.object().put("purchaseOrderNumber", number);
        ObjectNode details = order.putObject("orderDetails").put("purchaseOrderDate", date.toString())
            .put("purchaseOrderType", "RegularOrder").put("paymentMethod", "Invoice");
        String amazon = group.billTo() == null ? "AMZ" + group.region() : group.billTo();
        details.putObject("buyingParty").put("partyId", amazon);
        details.putObject("sellingParty").put("partyId", code);
        details.putObject("shipToParty").put("partyId", centre);
        details.putObject("billToParty").put("partyId", amazon);
        Instant start = date.plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.DAYS);
        details.put("shipWindow", start + "--" + start.plus(Duration.ofDays(windowDays)));
        return order;
    }

    static ObjectNode line(int sequence, Item item, long amount, boolean cases, boolean backOrder, String currency) {
        int size = cases && item.unitSize() != null ? item.unitSize() : 1;
        ObjectNode line = Json.object().put("itemSequenceNumber", String.valueOf(sequence))
            .put("amazonProductIdentifier", item.amazonProductIdentifier()).put("vendorProductIdentifier", item.vendorProductIdentifier());
        line.putObject("orderedQuantity").put("amount", amount).put("unitOfMeasure", cases ? "Cases" : "Eaches").put("unitSize", size);
        line.put("isBackOrderAllowed", backOrder);
        BigDecimal cost = item.netCost() == null ? BigDecimal.TEN : item.netCost();
        line.putObject("netCost").put("currencyCode", currency).put("amount", cost.toPlainString());
        line.putObject("listPrice").put("currencyCode", currency).put("amount", cost.add(cost).toPlainString());
        return line;
    }
}
