// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.shipments;

import io.acornhub.simulator.internal.access.Account;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All shipments by identifier, by Amazon's reference and by time. Guarded by the state's lock. */
public final class Shipments {
    private final Map<String, Shipment> byIdentifier = new HashMap<>();
    private final Map<String, Shipment> byReference = new HashMap<>();
    private final Map<Account, NavigableMap<String, Shipment>> byTime = new HashMap<>();
    private final Map<String, Used> containerCodes = new HashMap<>();
    private long references = 1_000_000;

    /** Who used a container's code last, and when. */
    record Used(Shipment shipment, Instant time) {
    }

    /** The shipment an account has under an identifier, the latest of several. */
    public Optional<Shipment> find(Account account, String identifier) {
        return Optional.ofNullable(byIdentifier.get(account.name() + " " + identifier));
    }

    public Optional<Shipment> withReference(Account account, String reference) {
        return Optional.ofNullable(byReference.get(reference)).filter(s -> s.account() == account);
    }

    public Collection<Shipment> all() {
        return Collections.unmodifiableCollection(byIdentifier.values());
    }

    Shipment open(Account account, String identifier, Instant time) {
        Shipment shipment = new Shipment(account, identifier, time);
        byIdentifier.put(account.name() + " " + identifier, shipment);
        byTime.computeIfAbsent(account, key -> new TreeMap<>()).put(key(time, identifier), shipment);
        return shipment;
    }

    /** A new reference number (ARN). */
    String refer(Shipment shipment) {
        String reference = String.valueOf(references++);
        byReference.put(reference, shipment);
        return reference;
    }

    Optional<Used> used(String code) {
        return Optional.ofNullable(containerCodes.get(code));
    }

    void use(Shipment shipment, Instant time) {
        shipment.containerCodes().forEach(code -> containerCodes.put(code, new Used(shipment, time)));
    }

    /** Those of an account that were created in a span, the start included. */
    NavigableMap<String, Shipment> created(Account account, Instant from, Instant to) {
        NavigableMap<String, Shipment> all = byTime.computeIfAbsent(account, key -> new TreeMap<>());
        return all.subMap(key(from, ""), true, key(to, ""), false);
    }

    NavigableMap<String, Shipment> all(Account account) {
        return byTime.computeIfAbsent(account, key -> new TreeMap<>());
    }

    static NavigableMap<String, Shipment> only(Optional<Shipment> shipment) {
        NavigableMap<String, Shipment> map = new TreeMap<>();
        shipment.ifPresent(s -> map.put(key(s.created(), s.identifier()), s));
        return map;
    }

    private static String key(Instant time, String identifier) {
        return String.format("%019d %s", Math.max(0, time.toEpochMilli()), identifier);
    }
}
