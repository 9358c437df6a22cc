// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import io.acornhub.canonical.Quantity;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How many eaches a case or pallet of an item holds, from {@code config/code-lists/pack-sizes.csv}, and quantities in other units by
 * it: exact, or a fault that says what to add. Nothing is rounded and nothing taken for granted.
 */
public final class PackSizes {
    /** The canonical unit of single pieces. */
    public static final String EACH = "EACH";
    private static final String FILE = "config/code-lists/pack-sizes.csv";
    private final Map<String, Integer> eaches = new HashMap<>();

    /**
     * A row of the file.
     *
     * @param owner partner folder of the row, empty for the common file
     * @param item vendor item or GTIN
     * @param unit canonical unit such as CASE
     */
    public record PackSize(String owner, String item, String unit, int eaches) {
    }

    public PackSizes(Collection<PackSize> rows) {
        rows.forEach(r -> eaches.putIfAbsent(key(r.owner(), r.item(), r.unit()), r.eaches()));
    }

    /** Eaches in one unit of an item that has these ids; the first id and the first owner that have a row count. */
    public Optional<Integer> eaches(List<String> itemIds, String unit, String... owners) {
        if (EACH.equals(unit)) {
            return Optional.of(1);
        }
        List<String> order = new ArrayList<>(Arrays.asList(owners));
        order.add("");
        return order.stream().filter(Objects::nonNull).flatMap(owner -> itemIds.stream().filter(Objects::nonNull)
            .map(item -> eaches.get(key(owner, item, unit)))).filter(Objects::nonNull).findFirst();
    }

    /**
     * The quantity in another unit.
     *
     * @param itemIds what the item is called, for example vendor item and GTIN; absent ones may be null
     * @param owners code list folders that go before the common file
     * @throws MappingFault where a pack size is unknown or contradicts the document, and where the result is no whole number
     */
    public Quantity convert(Quantity quantity, String toUnit, List<String> itemIds, String... owners) {
        if (quantity.unit().equals(toUnit)) {
            return quantity;
        }
        int from = size(quantity, itemIds, owners);
        int to = eaches(itemIds, toUnit, owners).orElseThrow(() -> unknown(itemIds, toUnit));
        BigDecimal pieces = quantity.amount().multiply(BigDecimal.valueOf(from));
        BigDecimal[] parts = pieces.divideAndRemainder(BigDecimal.valueOf(to));
        if (parts[1].signum() != 0 || parts[0].stripTrailingZeros().scale() > 0) {
            throw new MappingFault(Fault.onPath(FaultCode.QUANTITY_FRACTION, "quantity", quantity.amount().toPlainString(),
                words(quantity) + " of item " + name(itemIds) + " is " + pieces.stripTrailingZeros().toPlainString()
                    + " EACH and so no whole number of " + toUnit + " of " + to + ". Correct the quantity, or the pack size in " + FILE
                    + "."));
        }
        BigInteger whole = parts[0].toBigIntegerExact();
        return new Quantity(new BigDecimal(whole), toUnit, EACH.equals(toUnit) ? null : Integer.valueOf(to));
    }

    private int size(Quantity quantity, List<String> itemIds, String... owners) {
        Optional<Integer> listed = eaches(itemIds, quantity.unit(), owners);
        Integer stated = quantity.unitSize();
        if (stated != null && listed.isPresent() && !stated.equals(listed.get())) {
            throw new MappingFault(Fault.onPath(FaultCode.PACK_SIZE_CONTRADICTS, "quantity.unitSize", stated.toString(), "The document "
                + "says " + stated + " EACH in one " + quantity.unit() + " of item " + name(itemIds) + ", " + FILE + " says " + listed.get()
                + ". Correct the one that is wrong."));
        }
        return listed.or(() -> Optional.ofNullable(stated)).orElseThrow(() -> unknown(itemIds, quantity.unit()));
    }

    private static MappingFault unknown(List<String> itemIds, String unit) {
        return new MappingFault(Fault.onPath(FaultCode.PACK_SIZE_UNKNOWN, "quantity.unit", unit, "How many EACH one " + unit + " of item "
            + name(itemIds) + " holds is unknown. Add the row " + name(itemIds) + "," + unit + ",<eaches> to " + FILE + "."));
    }

    private static String words(Quantity quantity) {
        return quantity.amount().stripTrailingZeros().toPlainString() + " " + quantity.unit();
    }

    private static String name(List<String> itemIds) {
        return itemIds.stream().filter(Objects::nonNull).findFirst().orElse("without id");
    }

    /** A GTIN is the same with and without leading zeros. */
    private static String key(String owner, String item, String unit) {
        String id = item.matches("\\d{8}|\\d{12,14}") ? "0".repeat(14 - item.length()) + item : item;
        return owner + "|" + id + "|" + unit;
    }
}
