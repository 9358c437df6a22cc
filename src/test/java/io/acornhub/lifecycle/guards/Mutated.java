// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies of records with one value changed, named by its path as in {@code items[0].quantity.amount}. */
public final class Mutated {
    private Mutated() {
    }

    /** The value written as text becomes what the place holds; {@code null} takes it away. */
    public static <T> T set(T document, String path, String value) {
        return change(document, path, before -> value == null ? null : Boxed.of(value));
    }

    /** @param change gets the value that stands there */
    @SuppressWarnings("unchecked")
    public static <T> T change(T document, String path, UnaryOperator<Object> change) {
        return (T) at(document, path.isEmpty() ? List.of() : Arrays.asList(path.split("\\.|(?=\\[)")), change, document.getClass());
    }

    /** A text whose type only the place knows. */
    private record Boxed(String text) {
        static Object of(String text) {
            return new Boxed(text);
        }
    }

    private static Object at(Object value, List<String> path, UnaryOperator<Object> change, Class<?> type) {
        if (path.isEmpty()) {
            Object changed = change.apply(value);
            return changed instanceof Boxed boxed ? typed(boxed.text(), type) : changed;
        }
        String step = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (step.startsWith("[")) {
            List<Object> copy = new ArrayList<>((List<?>) value);
            int index = Integer.parseInt(step.substring(1, step.length() - 1));
            Object changed = at(copy.get(index), rest, change, copy.get(index).getClass());
            if (changed == null) {
                copy.remove(index);
            } else {
                copy.set(index, changed);
            }
            return copy;
        }
        return copy((Record) value, step, rest, change);
    }

    private static Object copy(Record record, String field, List<String> rest, UnaryOperator<Object> change) {
        RecordComponent[] parts = record.getClass().getRecordComponents();
        Object[] values = new Object[parts.length];
        boolean found = false;
        try {
            for (int i = 0; i < parts.length; i++) {
                parts[i].getAccessor().setAccessible(true);
                values[i] = parts[i].getAccessor().invoke(record);
                if (parts[i].getName().equals(field)) {
                    values[i] = at(values[i], rest, change, parts[i].getType());
                    found = true;
                }
            }
            if (!found) {
                throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + field);
            }
            return record.getClass().getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new))
                .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object typed(String text, Class<?> type) {
        return type == BigDecimal.class ? new BigDecimal(text) : type == Integer.class ? (Object) Integer.valueOf(text)
            : type == LocalDate.class ? LocalDate.parse(text) : type == Instant.class ? Instant.parse(text) : text;
    }
}
