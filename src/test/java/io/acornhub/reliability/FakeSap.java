// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.infoset.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SAP as far as its folders show it: takes files away, answers each order once and, as soon as STATUS says that Amazon accepted
 * that (16), ships and then bills it. Flat or XML, one IDoc or many in a file.
 */
final class FakeSap {
    /** Message and the document's number in the name of a file. */
    private static final Pattern NAME = Pattern.compile("~([A-Z]+)_([0-9A-Z-]+)_([0-9A-Z]{26})\\.");
    /** In a flat SYSTAT01: number of the IDoc, day, time, code. */
    private static final Pattern STATUS = Pattern.compile("EDI_DS {4}.{3}(\\d{16})\\d{14}(\\d\\d)");
    /** In a flat PEXR2002: name and reference of E1IDKU1. */
    private static final Pattern PAYMENT = Pattern.compile("REMITTANCE ADVICE {18}(\\S+)");
    private static final String ACCEPTED = "16";
    private final FolderWatch folder;
    private final Map<String, WrittenOrder> known;
    private final Set<String> routed;
    private final Map<String, Integer> arrived = new LinkedHashMap<>();
    private final Map<String, Integer> payments = new LinkedHashMap<>();
    private final Map<String, Integer> statuses = new LinkedHashMap<>();
    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private final List<WrittenOrder> toShip = new ArrayList<>();
    private final SapIdocs idocs;
    private int files;
    private long number = 235_000_000L;

    /** @param routed orders that the warehouse knows to be collected, growing */
    FakeSap(Path data, Path kept, Path home, Map<String, WrittenOrder> known, Set<String> routed) {
        folder = new FolderWatch(data.resolve("erp/sap/outbox"), data.resolve("erp/sap/inbox"), kept);
        this.known = known;
        this.routed = routed;
        idocs = new SapIdocs(home);
    }

    private enum Kind {
        ORDRSP, DESADV, INVOIC;

        Node of(WrittenOrder order, long number) {
            return switch (this) {
                case ORDRSP -> Ordrsp.of(order, number);
                case DESADV -> Desadv.of(order, number);
                case INVOIC -> Invoic.of(order, number);
            };
        }
    }

    private record Sent(Kind kind, WrittenOrder order) {
    }

    /** One look into the folder; returns how many files came. */
    int look() {
        List<Path> fresh = folder.takeFiles();
        List<WrittenOrder> toAnswer = new ArrayList<>();
        List<WrittenOrder> toBill = new ArrayList<>();
        for (Path file : fresh) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (!name.find()) {
                throw new IllegalStateException("SAP got a file it does not expect: " + file);
            }
            switch (name.group(1)) {
                case "ORDERS" -> {
                    WrittenOrder order = known.get(name.group(2));
                    if (arrived.merge(name.group(2), 1, Integer::sum) == 1 && order != null && !order.byTables()) {
                        toAnswer.add(order);
                    }
                }
                case "STATUS" -> status(file, toBill);
                case "REMADV" -> payments.merge(paymentIn(file), 1, Integer::sum);
                default -> throw new IllegalStateException("SAP got a file it does not expect: " + file);
            }
        }
        List<WrittenOrder> leaving = toShip.stream().filter(order -> !order.collect() || routed.contains(order.po())).toList();
        toShip.removeAll(leaving);
        write(Kind.ORDRSP, toAnswer);
        write(Kind.DESADV, leaving);
        write(Kind.INVOIC, toBill);
        return fresh.size();
    }

    private void status(Path file, List<WrittenOrder> toBill) {
        Matcher status = STATUS.matcher(FolderWatch.text(file));
        if (!status.find()) {
            throw new IllegalStateException("no E1STATS in " + file);
        }
        int times = statuses.merge(status.group(1) + " " + status.group(2), 1, Integer::sum);
        Sent about = sent.get(status.group(1));
        if (times == 1 && about != null && ACCEPTED.equals(status.group(2)) && about.order().goesOn()) {
            switch (about.kind()) {
                case ORDRSP -> toShip.add(about.order());
                case DESADV -> toBill.add(about.order());
                case INVOIC -> { }
            }
        }
    }

    private static String paymentIn(Path file) {
        Matcher payment = PAYMENT.matcher(FolderWatch.text(file));
        if (!payment.find()) {
            throw new IllegalStateException("no payment reference in " + file);
        }
        return payment.group(1);
    }

    private void write(Kind kind, List<WrittenOrder> orders) {
        for (int from = 0; from < orders.size();) {
            int size = files % 3 == 1 ? Math.min(4, orders.size() - from) : 1;
            List<Node> written = orders.subList(from, from + size).stream().map(order -> {
                sent.put(SapIdocs.number(++number), new Sent(kind, order));
                return kind.of(order, number);
            }).toList();
            boolean asXml = files % 2 == 1;
            files++;
            folder.drop(String.format("%s_%05d.%s", kind, files, asXml ? "xml" : "idoc"), idocs.write(asXml, written));
            from += size;
        }
    }

    /** How often each order came. */
    Map<String, Integer> arrived() {
        return arrived;
    }

    /** How often each payment came, by its reference. */
    Map<String, Integer> payments() {
        return payments;
    }

    /** How often each code of each IDoc came: {@code 0000000235000001 16}. */
    Map<String, Integer> statuses() {
        return statuses;
    }

    /** IDocs given to the hub. */
    int idocsGiven() {
        return sent.size();
    }
}
