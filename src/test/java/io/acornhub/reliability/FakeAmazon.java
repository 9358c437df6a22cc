// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Amazon as far as its folders show it: drops orders, takes 997 and 855 away and answers each 855 with a 997. */
final class FakeAmazon {
    private static final String ISA =
        "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     *260302*1502*U*00400*%09d*0*P*>~";
    private final FolderWatch folder;
    private final List<String> interchangeNumbers = new ArrayList<>();
    private final List<String> groupNumbers = new ArrayList<>();
    private final Map<String, Integer> acknowledgedGroups = new LinkedHashMap<>();
    private final Map<String, Integer> answeredOrders = new LinkedHashMap<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private long number = 800_000L;

    FakeAmazon(Path data, Path kept) {
        folder = new FolderWatch(data.resolve("partners/amazon-us/outbox"), data.resolve("partners/amazon-us/inbox"), kept);
    }

    void send(OrderFiles.OrderFile file) {
        folder.drop(file.name(), file.text().getBytes(StandardCharsets.US_ASCII));
    }

    /** One look into the folder; returns how many files came. */
    int look() {
        List<String> texts = folder.take();
        texts.forEach(this::read);
        return texts.size();
    }

    private void read(String text) {
        String group = null;
        String set = null;
        for (String segment : text.split("~\\s*")) {
            String[] element = segment.split("\\*");
            switch (element[0]) {
                case "ISA" -> interchangeNumbers.add(element[13]);
                case "GS" -> {
                    group = element[6];
                    groupNumbers.add(group);
                }
                case "ST" -> set = element[2];
                case "AK1" -> acknowledgedGroups.merge(element[2], 1, Integer::sum);
                case "AK9" -> {
                    if (!"A".equals(element[1])) {
                        others.merge("997 with AK9 " + element[1], 1, Integer::sum);
                    }
                }
                case "TA1" -> others.merge("TA1 " + element[5], 1, Integer::sum);
                case "BAK" -> {
                    answeredOrders.merge(element[3], 1, Integer::sum);
                    acknowledge(group, set);
                }
                default -> { }
            }
        }
    }

    private void acknowledge(String group, String set) {
        long own = ++number;
        folder.drop("997-" + own + ".edi", acknowledgment(own, group, set, "A"));
    }

    /** @param verdict of the set, A or R */
    static byte[] acknowledgment(long own, String group, String set, String verdict) {
        int accepted = "A".equals(verdict) ? 1 : 0;
        List<String> segments = List.of(String.format(ISA, own).replace("~", ""),
            "GS*FA*AMAZON*ACMEVENDOR*20260302*1502*" + own + "*X*004010",
            "ST*997*0001", "AK1*PR*" + group, "AK2*855*" + set, "AK5*" + verdict, "AK9*" + verdict + "*1*1*" + accepted, "SE*6*0001",
            "GE*1*" + own, "IEA*1*" + String.format("%09d", own));
        return (String.join("~\n", segments) + "~\n").getBytes(StandardCharsets.US_ASCII);
    }

    List<String> interchangeNumbers() {
        return interchangeNumbers;
    }

    List<String> groupNumbers() {
        return groupNumbers;
    }

    /** How often each group of orders was acknowledged. */
    Map<String, Integer> acknowledgedGroups() {
        return acknowledgedGroups;
    }

    /** How often each order was answered. */
    Map<String, Integer> answeredOrders() {
        return answeredOrders;
    }

    /** What should not come in an undisturbed flow, counted. */
    Map<String, Integer> others() {
        return others;
    }
}
