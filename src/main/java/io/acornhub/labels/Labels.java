// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import io.acornhub.canonical.Party;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.labels.PackingList.Amount;
import io.acornhub.labels.PackingList.Entry;
import io.acornhub.labels.PackingList.Line;
import io.acornhub.lifecycle.identifiers.Sscc;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The labels of a shipment: one for each pallet and carton, in the order of the packing list. */
public final class Labels {
    private Labels() {
    }

    /** @throws MappingFault where a package has no SSCC or a wrong one, or where there are no packages: such a label would not scan */
    public static List<Label> of(PackingList list) {
        List<Fault> faults = new ArrayList<>();
        if (list.packages().isEmpty()) {
            faults.add(Fault.onPath(FaultCode.VALUE_MISSING, "packages", null, "Shipment " + list.shipmentId() + " names no packages, so "
                + "there is nothing to label. Let the ERP or the warehouse send its cartons."));
        }
        list.packages().stream().filter(entry -> !Sscc.holds(entry.sscc())).forEach(entry -> faults.add(unlabelled(entry)));
        if (!faults.isEmpty()) {
            throw new MappingFault(faults);
        }
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < list.packages().size(); i++) {
            labels.add(label(list, i));
        }
        return labels;
    }

    /** The label of one package, whatever is with the others; empty where none has this SSCC, which may be in any written form. */
    public static Optional<Label> of(PackingList list, String sscc) {
        String wanted = Sscc.read(sscc).orElse("");
        for (int i = 0; i < list.packages().size(); i++) {
            if (wanted.equals(list.packages().get(i).sscc()) && Sscc.holds(wanted)) {
                return Optional.of(label(list, i));
            }
        }
        return Optional.empty();
    }

    private static Fault unlabelled(Entry entry) {
        String path = "packages[" + entry.packageNo() + "].sscc";
        if (entry.sscc() == null) {
            return Fault.onPath(FaultCode.VALUE_MISSING, path, null, "Package " + entry.packageNo() + " has no SSCC. Let the ERP send it, "
                + "or set sscc.companyPrefix in the partner's file.");
        }
        return Fault.onPath(FaultCode.VALUE_UNREADABLE, path, entry.sscc(), "The SSCC of package " + entry.packageNo() + ", "
            + entry.sscc() + ", is not 18 digits with the right check digit. Correct it where it comes from.");
    }

    /** The entry's own lines and those of the deeper entries that follow it. */
    private static List<Line> inside(List<Entry> entries, int index) {
        List<Line> lines = new ArrayList<>(entries.get(index).contents());
        for (int i = index + 1; i < entries.size() && entries.get(i).depth() > entries.get(index).depth(); i++) {
            lines.addAll(entries.get(i).contents());
        }
        return lines;
    }

    private static Label label(PackingList list, int index) {
        Entry entry = list.packages().get(index);
        List<Line> lines = inside(list.packages(), index);
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        lines.stream().filter(l -> l.quantity() != null).forEach(l -> sums.merge(String.valueOf(l.unit()), l.quantity(), BigDecimal::add));
        Party from = list.party("SHIP_FROM").or(() -> list.party("SELLING")).orElse(null);
        return new Label(list.shipmentId(), entry.sscc(), entry.kind(), entry.number(), entry.of(), from,
            list.party("SHIP_TO").orElse(null), list.carrierCode(), list.carrierName(),
            entry.trackingNumber() == null ? list.proNumber() : entry.trackingNumber(), list.billOfLading(), list.amazonReference(),
            entry.grossWeight(), lines.stream().map(Line::poNumber).filter(Objects::nonNull).distinct().toList(), List.copyOf(lines),
            sums.entrySet().stream().map(e -> new Amount(e.getValue(), e.getKey())).toList());
    }
}
