// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.canonical.CanonicalDocument;
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
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks files one after the other, of either side and of the ERP, and judges each by those before it: an answer by its order, a
 * shipment by what was acknowledged, an invoice by what was shipped.
 */
final class FileCheck {
    private final Configuration configuration;
    private final Checker checker;
    private final Reading reading;
    private final Chain chain;
    private final ApiFiles api;

    FileCheck(Workbench workbench) {
        this.configuration = workbench.configuration();
        this.reading = new Reading(workbench);
        this.api = new ApiFiles(workbench, null);
        this.chain = new Chain(configuration, Clock.systemUTC());
        this.checker = new Checker(new Inspector(), new BothSides(configuration), workbench.grammars(), new InMemoryDuplicates(),
            Clock.systemUTC());
    }

    CheckReport check(Path file) throws IOException {
        String name = file.toString();
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(name + " (there is no such file)");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            return check(name, in);
        }
    }

    /** @param in one that can go back (mark) */
    CheckReport check(String name, InputStream in) throws IOException {
        in.mark(4096);
        byte[] head = in.readNBytes(4096);
        in.reset();
        if (IdocReader.looksLikeIdoc(head)) {
            List<Fault> faults = new ArrayList<>();
            return written(name, reading.documents(in.readAllBytes(), faults), faults);
        }
        if (ApiFiles.looksLikeJson(new String(head, StandardCharsets.UTF_8).stripLeading())) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Optional<List<ApiFiles.Found>> found = api.read(text);
            if (found.isPresent()) {
                return exchanged(name, found.get());
            }
            List<Fault> faults = new ArrayList<>();
            return written(name, reading.canonical(text, faults), faults);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".csv") && reading.csvBundle().isPresent()) {
            List<Fault> faults = new ArrayList<>();
            return written(name, reading.csv(in.readAllBytes(), faults), faults);
        }
        return checker.check(name, in, this::rules);
    }

    /** The business rules on a set that its grammar accepts. */
    private List<Fault> rules(Partner partner, GroupHeader group, TransactionSet set) {
        if (!set.accepted() || set.tree() == null || !group.interchange().usage().equals(partner.usage())) {
            return List.of();
        }
        List<Fault> levels = HierarchyCheck.check(set.tree());
        if (levels.stream().anyMatch(f -> f.code() == FaultCode.HIERARCHY_BROKEN)) {
            return levels;
        }
        List<Fault> faults = new ArrayList<>(levels);
        try {
            faults.addAll(judged(partner, group, set));
        } catch (FaultException fault) {
            faults.addAll(fault.faults());
        }
        return faults;
    }

    private List<Fault> judged(Partner partner, GroupHeader group, TransactionSet set) {
        Optional<Agreement> agreement = partner.agreement(Direction.INBOUND, set.id(), group.release()).filter(a -> a.canonical() != null);
        Optional<String> bundle = agreement.flatMap(a -> reading.bundle(a, group.release()));
        if (bundle.isEmpty()) {
            return List.of();
        }
        CanonicalDocument document = reading.document(bundle.get(), partner, group, set);
        Partner known = configuration.partner(partner.name()).orElse(partner);
        return known.identifiers().own().id().equals(group.interchange().senderId())
            ? chain.sent(document, known, agreement.get())
            : chain.received(document, set.id(), group.interchange().controlNumber(), known, agreement.get());
    }

    /** JSON of the Selling Partner API: orders as Amazon gives them, bodies as we send them. */
    private CheckReport exchanged(String name, List<ApiFiles.Found> documents) {
        List<Fault> faults = new ArrayList<>();
        int broken = 0;
        for (ApiFiles.Found found : documents) {
            faults.addAll(found.faults());
            broken += found.faults().isEmpty() ? 0 : 1;
            if (found.canonical() != null) {
                CanonicalDocument document = reading.record(found.canonical());
                found.agreement(document.type()).ifPresent(agreement -> faults.addAll(found.isOrder()
                    ? chain.received(document, found.operation(), name, found.partner(), agreement)
                    : chain.sent(document, found.partner(), agreement)));
            }
        }
        Verdict verdict = broken > 0 ? broken == documents.size() ? Verdict.REJECTED : Verdict.PARTIAL
            : faults.isEmpty() ? Verdict.ACCEPTED : Verdict.HELD;
        return new CheckReport(name, verdict, faults, null);
    }

    private CheckReport written(String name, List<CanonicalDocument> documents, List<Fault> faults) {
        boolean broken = faults.stream().anyMatch(f -> f.code().family() != FaultFamily.BUSINESS);
        boolean held = false;
        for (CanonicalDocument document : documents) {
            try {
                List<Fault> found = chain.written(document);
                faults.addAll(found);
                held |= !found.isEmpty();
            } catch (FaultException fault) {
                faults.addAll(fault.faults());
                broken = true;
            }
        }
        Verdict verdict = broken ? documents.isEmpty() ? Verdict.REJECTED : Verdict.PARTIAL : held ? Verdict.HELD : Verdict.ACCEPTED;
        return new CheckReport(name, verdict, faults, null);
    }
}
