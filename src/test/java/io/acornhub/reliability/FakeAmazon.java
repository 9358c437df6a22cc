// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Amazon as far as its folders show it: drops orders, takes away what comes, accepts each 855, 856 and 810 by a 997, has collected
 * what it orders so (754) and pays what is billed (820).
 */
final class FakeAmazon {
    private static final Set<String> ACCEPTED = Set.of("855", "856", "810");
    private final FolderWatch folder;
    private final Map<String, WrittenOrder> known;
    private final List<String> interchangeNumbers = new ArrayList<>();
    private final List<String> groupNumbers = new ArrayList<>();
    private final Map<String, Integer> acknowledgedGroups = new LinkedHashMap<>();
    private final Map<String, Integer> answeredOrders = new LinkedHashMap<>();
    private final Map<String, Integer> shipments = new LinkedHashMap<>();
    private final Map<String, Integer> packages = new LinkedHashMap<>();
    private final Map<String, Integer> invoices = new LinkedHashMap<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private final Payments payments = new Payments();
    private int ownGroups;
    private int accepted;
    private int routings;
    private long number = 800_000L;

    FakeAmazon(Path data, Path kept, Map<String, WrittenOrder> known) {
        folder = new FolderWatch(data.resolve("partners/amazon-us/outbox"), data.resolve("partners/amazon-us/inbox"), kept);
        this.known = known;
    }

    /** The set that is being read and the group it stands in. */
    private record Place(String functionalId, String release, String group, String set, String setControl) {
        Place in(String nextSet, String nextControl) {
            return new Place(functionalId, release, group, nextSet, nextControl);
        }
    }

    void send(OrderFiles.OrderFile file) {
        folder.drop(file.name(), file.text().getBytes(StandardCharsets.US_ASCII));
        ownGroups += file.groups().size();
    }

    /** One look into the folder; returns how many files came. */
    int look() {
        List<String> texts = folder.take();
        texts.forEach(this::read);
        payments.due().forEach(payment -> {
            long own = ++number;
            sendGroup("820-" + own + ".edi", AmazonFiles.payment(own, payment));
        });
        return texts.size();
    }

    private void read(String text) {
        Place place = null;
        String invoice = null;
        String po = null;
        for (String segment : text.split("~\\s*")) {
            String[] element = segment.split("\\*");
            switch (element[0]) {
                case "ISA" -> interchangeNumbers.add(element[13]);
                case "GS" -> {
                    place = new Place(element[1], element[8], element[6], null, null);
                    groupNumbers.add(element[6]);
                }
                case "ST" -> place = place.in(element[1], element[2]);
                case "SE" -> accept(place);
                case "AK1" -> count(acknowledgedGroups, element[2]);
                case "AK9" -> expected("997 with AK9", element[1], "A");
                case "TA1" -> count(others, "TA1 " + element[5]);
                case "BAK" -> {
                    count(answeredOrders, element[3]);
                    route(known.get(element[3]));
                }
                case "BSN" -> count(shipments, element[2]);
                case "MAN" -> count(packages, element[2].substring(2));
                case "BIG" -> {
                    invoice = element[2];
                    po = element[4];
                    count(invoices, invoice);
                }
                case "TDS" -> payments.owe(invoice, po, new BigDecimal(element[1]).movePointLeft(2));
                default -> { }
            }
        }
    }

    private static void count(Map<String, Integer> times, String what) {
        times.merge(what, 1, Integer::sum);
    }

    private void expected(String what, String is, String should) {
        if (!should.equals(is)) {
            count(others, what + " " + is);
        }
    }

    /** A set has come whole. */
    private void accept(Place set) {
        if (ACCEPTED.contains(set.set())) {
            long own = ++number;
            accepted++;
            folder.drop("997-" + own + ".edi", AmazonFiles.acknowledgment(own, set.release(), set.functionalId(), set.group(), set.set(),
                set.setControl(), "A"));
        }
    }

    private void route(WrittenOrder order) {
        if (order != null && order.goesOn() && order.collect()) {
            long own = ++number;
            routings++;
            sendGroup("754-" + own + ".edi", AmazonFiles.routing(own, order));
        }
    }

    /** A file with one group, to which the hub owes an acknowledgment. */
    private void sendGroup(String name, byte[] file) {
        ownGroups++;
        folder.drop(name, file);
    }

    /** A 997 to the one 855 of a group. */
    static byte[] acknowledgment(long own, String group, String set, String verdict) {
        return AmazonFiles.acknowledgment(own, AmazonFiles.FIRST, "PR", group, "855", set, verdict);
    }

    List<String> interchangeNumbers() {
        return interchangeNumbers;
    }

    List<String> groupNumbers() {
        return groupNumbers;
    }

    /** How often each group of ours was acknowledged. */
    Map<String, Integer> acknowledgedGroups() {
        return acknowledgedGroups;
    }

    /** Groups with orders, routing instructions and payments that were sent to the hub. */
    int ownGroups() {
        return ownGroups;
    }

    /** 997 that were sent to the hub. */
    int accepted() {
        return accepted;
    }

    /** How often each order was answered. */
    Map<String, Integer> answeredOrders() {
        return answeredOrders;
    }

    /** How often each shipment was announced. */
    Map<String, Integer> shipments() {
        return shipments;
    }

    /** How often each SSCC was announced. */
    Map<String, Integer> packages() {
        return packages;
    }

    /** How often each invoice number came. */
    Map<String, Integer> invoices() {
        return invoices;
    }

    Payments payments() {
        return payments;
    }

    /** 754 that were sent. */
    int routings() {
        return routings;
    }

    /** What should not come in an undisturbed flow, counted. */
    Map<String, Integer> others() {
        return others;
    }
}
