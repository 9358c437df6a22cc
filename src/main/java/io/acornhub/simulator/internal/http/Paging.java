// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.faults.FaultKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pages with opaque tokens. A token names the last entry shown and the filters; it is signed, so that one that was made up or goes
 * with other filters is refused.
 */
public final class Paging {
    private final byte[] key = new byte[32];

    /** A page's entries and the token of the next, or null. */
    public record Page<T>(List<T> entries, String nextToken) {
    }

    public Paging() {
        new SecureRandom().nextBytes(key);
    }

    /**
     * The page that a call asks for.
     *
     * @param sorted entries by a key that never changes, in the order of the answer
     * @param fits which of them belong in the answer
     * @throws Problem 400 for a token that is not ours or belongs to other filters
     */
    public <T> Page<T> page(Call call, String tokenName, int limit, NavigableMap<String, T> sorted, Predicate<T> fits) {
        String token = call.query().get(tokenName);
        String filters = filters(call, tokenName);
        String after = token == null ? "" : after(token, filters);
        if (call.spoiled(FaultKind.EMPTY_LIST)) {
            return new Page<>(List.of(), null);
        }
        if (call.spoiled(FaultKind.EMPTY_PAGE)) {
            return new Page<>(List.of(), token(after, filters));
        }
        List<T> entries = new ArrayList<>();
        String last = after;
        for (Map.Entry<String, T> entry : (after.isEmpty() ? sorted : sorted.tailMap(after, false)).entrySet()) {
            if (fits.test(entry.getValue())) {
                if (entries.size() == limit) {
                    return new Page<>(entries, token(last, filters));
                }
                entries.add(entry.getValue());
                last = entry.getKey();
            }
        }
        return new Page<>(entries, null);
    }

    private static String filters(Call call, String tokenName) {
        Map<String, String> filters = new TreeMap<>(call.query());
        filters.remove(tokenName);
        filters.remove("limit");
        return call.account().name() + call.path() + filters;
    }

    private String token(String last, String filters) {
        byte[] text = last.getBytes(StandardCharsets.UTF_8);
        byte[] token = new byte[16 + text.length];
        System.arraycopy(sign(last, filters), 0, token, 0, 16);
        System.arraycopy(text, 0, token, 16, text.length);
        return Base64.getEncoder().encodeToString(token);
    }

    private String after(String token, String filters) {
        try {
            byte[] bytes = Base64.getDecoder().decode(token);
            if (bytes.length >= 16) {
                String last = new String(bytes, 16, bytes.length - 16, StandardCharsets.UTF_8);
                byte[] signature = new byte[16];
                System.arraycopy(bytes, 0, signature, 0, 16);
                if (MessageDigest.isEqual(signature, sign(last, filters))) {
                    return last;
                }
            }
        } catch (IllegalArgumentException e) {
            // no base64: no token of ours
        }
        throw Problem.invalid("The value of nextToken is not valid for this request.");
    }

    private byte[] sign(String last, String filters) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] all = mac.doFinal((last + "\n" + filters).getBytes(StandardCharsets.UTF_8));
            byte[] first = new byte[16];
            System.arraycopy(all, 0, first, 0, 16);
            return first;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
