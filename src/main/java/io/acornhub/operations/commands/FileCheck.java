// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.edi.CheckReport;
import io.acornhub.edi.CheckReport.Verdict;
import io.acornhub.edi.Checker;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.HierarchyCheck;
import io.acornhub.edi.InMemoryDuplicates;
import io.acornhub.edi.Inspector;
import io.acornhub.edi.TransactionSet;
import io.acornhub.idoc.IdocReader;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import io.acornhub.interchange.FaultFamily;
import io.acornhub.lifecycle.AcknowledgmentResolver;
import io.acornhub.lifecycle.Finding;
import io.acornhub.lifecycle.OrderRules;
import io.acornhub.lifecycle.OrdersAtHand;
import io.acornhub.lifecycle.Verdicts;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.Guards;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks files one after the other and remembers the orders among them, so that answers to them can be judged. */
final class FileCheck {
    private final Checker checker;
    private final Reading reading;
    private final Map<String, PurchaseOrder> orders = new HashMap<>();
    private final GuardSettings settings;

    FileCheck(Workbench workbench) {
        this.reading = new Reading(workbench);
        this.settings = new GuardSettings(Map.of(), workbench.configuration().codeLists(), null, ZoneOffset.UTC);
        this.checker = new Checker(new Inspector(), new BothSides(workbench.configuration()), workbench.grammars(),
            new InMemoryDuplicates(), Clock.systemUTC());
    }

    CheckReport check(Path file) throws IOException {
        String name = file.toString();
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(name + " (there is no such file)");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            in.mark(4096);
            byte[] head = in.readNBytes(4096);
            in.reset();
            if (IdocReader.looksLikeIdoc(head)) {
                return idocs(name, in.readAllBytes());
            }
            return checker.check(name, in, this::rules);
        }
    }

    /** The business rules on a set that its grammar accepts. */
    private List<Fault> rules(Partner partner, GroupHeader group, TransactionSet set) {
        if (!set.accepted() || set.tree() == null || !group.interchange().usage().equals(partner.usage())) {
            return List.of();
        }
        if (set.id().equals("856")) {
            return HierarchyCheck.check(set.tree());
        }
        Optional<Agreement> agreement = partner.agreement(Direction.INBOUND, set.id(), group.release());
        if (agreement.isEmpty() || !"PurchaseOrder".equals(agreement.get().canonical())) {
            return List.of();
        }
        try {
            PurchaseOrder order = reading.order(agreement.get().bundle(), partner, group, set);
            List<Fault> faults = new ArrayList<>(Verdicts.of(OrderRules.check(order), agreement.get()).stops());
            if (orders.putIfAbsent(order.poNumber(), order) != null) {
                faults.add(Fault.onPath(FaultCode.PURCHASE_ORDER_REPEATED, "poNumber", order.poNumber(), "Order " + order.poNumber()
                    + " came before; it never becomes a second order."));
            }
            return faults;
        } catch (FaultException fault) {
            return fault.faults();
        }
    }

    private CheckReport idocs(String name, byte[] file) {
        List<Fault> faults = new ArrayList<>();
        boolean held = false;
        int taken = 0;
        try {
            for (CanonicalDocument document : reading.documents(file, faults)) {
                taken++;
                PurchaseOrder order = orders.get(document.poNumber());
                if (order != null && document instanceof OrderAcknowledgment answer) {
                    List<Finding> findings = Guards.check(AcknowledgmentResolver.resolve(answer, order),
                        new OrdersAtHand(orders, Instant.now()), settings);
                    findings.forEach(f -> faults.add(f.fault()));
                    held |= !findings.isEmpty();
                }
            }
        } catch (FaultException fault) {
            faults.addAll(fault.faults());
        }
        boolean broken = faults.stream().anyMatch(f -> f.code().family() != FaultFamily.BUSINESS);
        Verdict verdict = broken ? taken == 0 ? Verdict.REJECTED : Verdict.PARTIAL : held ? Verdict.HELD : Verdict.ACCEPTED;
        return new CheckReport(name, verdict, faults, null);
    }
}
