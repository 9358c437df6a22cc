// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.access;

import io.acornhub.simulator.VendorGroup;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The vendor groups that this Amazon knows, by name, by vendor code and by grant. */
public final class Accounts {
    private final Map<String, Account> byName = new LinkedHashMap<>();

    public Accounts(List<VendorGroup> groups) {
        Map<String, String> codes = new HashMap<>();
        for (VendorGroup group : groups) {
            if (byName.put(group.name(), new Account(group)) != null) {
                throw new IllegalArgumentException("two vendor groups are called " + group.name());
            }
            for (String code : group.vendorCodes()) {
                String other = codes.put(code, group.name());
                if (other != null) {
                    throw new IllegalArgumentException("vendor code " + code + " is both " + other + "'s and " + group.name() + "'s");
                }
            }
        }
        if (byName.isEmpty()) {
            throw new IllegalArgumentException("no vendor group");
        }
    }

    public Collection<Account> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    public Account first() {
        return byName.values().iterator().next();
    }

    public Optional<Account> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Account> holding(String vendorCode) {
        return byName.values().stream().filter(a -> a.holds(vendorCode)).findFirst();
    }

    Optional<Account> granted(String clientId, String refreshToken) {
        return byName.values().stream().filter(a -> a.group().clientId().equals(clientId)
            && a.group().refreshToken().equals(refreshToken)).findFirst();
    }

    List<Account> ofClient(String clientId) {
        return byName.values().stream().filter(a -> a.group().clientId().equals(clientId)).toList();
    }

    /** Changes a group's credentials or roles. @throws IllegalArgumentException for an unknown name */
    public synchronized void change(String name, UnaryOperator<VendorGroup> how) {
        Account account = named(name).orElseThrow(() -> new IllegalArgumentException("no vendor group is called " + name));
        account.change(how.apply(account.group()));
    }
}
