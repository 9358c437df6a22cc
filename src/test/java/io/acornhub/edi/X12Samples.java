// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.partner.AcknowledgmentPolicy;
import io.acornhub.partner.AddressBook;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.CodeLists;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Direction;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.ErrorTolerance;
import io.acornhub.partner.Identifiers;
import io.acornhub.partner.Identifiers.Identifier;
import io.acornhub.partner.PackSizes;
import io.acornhub.partner.Partner;
import io.acornhub.partner.Separators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grammars, a partner and interchanges for the tests of X12. */
final class X12Samples {
    static final String ISA = "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     "
        + "*260302*0815*U*00400*000000001*0*P*>~";
    static final String GS = "GS*PO*AMAZON*ACMEVENDOR*20260302*0815*1*X*004010~";
    static final String[] ORDER = {"BEG*00*NE*PO000001**20260302", "REF*CR*ACME5", "CSH*N", "DTM*064*20260310",
        "DTM*063*20260316",
        "N1*ST**92*PHX6", "PO1*1*10*EA*12.5*NT*UP*614141000104", "PO1*2*20*EA*7.35*NT*UP*614141000203", "CTT*2*30"};
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:16:00Z"), ZoneOffset.UTC);
    static final Separators SEPARATORS = new Separators('*', '>', '^', '~', true);

    private static final Path BUNDLES = Path.of("edi-mappings/x12");
    private static final Map<String, SetGrammar> BY_BUNDLE = new LinkedHashMap<>();

    static {
        for (String bundle : List.of("004010/850-purchase-order", "004010/order-acknowledgment-855",
            "004010/997-functional-acknowledgment", "004010/860-purchase-order-change", "004010/order-acknowledgment-865",
            "004010/invoice-810", "004010/820-remittance", "004010/inventory-advice-846", "004010/830-planning-schedule",
            "004010/852-product-activity", "004010/861-receiving-advice", "004010/864-text-message",
            "004010/824-application-advice", "004010/214-shipment-status", "005010/997-functional-acknowledgment",
            "005010/999-implementation-acknowledgment", "005010/ship-notice-856", "005010/routing-request-753",
            "005010/754-routing-instruction")) {
            String release = bundle.substring(0, 6);
            String setId = bundle.substring(7).replaceAll("[^0-9]", "");
            BY_BUNDLE.put("x12/" + bundle, Grammars.load(BUNDLES.resolve(bundle).resolve("grammar.xml"), setId, release));
        }
    }

    private X12Samples() {
    }

    /** Of that release if there is one, else of another. */
    static Optional<SetGrammar> nearest(String setId, String release) {
        return BY_BUNDLE.values().stream().filter(g -> g.setId().equals(setId))
            .min(Comparator.comparing(g -> !release.startsWith(g.release())));
    }

    static SetGrammar grammar(String setId, String release) {
        return nearest(setId, release).orElseThrow();
    }

    /** Of the lowest release that has the set. */
    static SetGrammar grammar(String setId) {
        return BY_BUNDLE.values().stream().filter(g -> g.setId().equals(setId)).findFirst().orElseThrow();
    }

    static GrammarProvider grammars() {
        return bundle -> Optional.ofNullable(BY_BUNDLE.get(bundle));
    }

    /** Agrees to every set there is a grammar for, in every release, by the grammar of that release if there is one. */
    static GrammarSource anyRelease() {
        return (group, setId) -> nearest(setId, group.release())
            .map(g -> (GrammarAnswer) new GrammarAnswer.Agreed(g)).orElse(new GrammarAnswer.SetNotAgreed());
    }

    /** Segments as a set, with ST and a right SE. */
    static String set(String id, String control, String... segments) {
        return "ST*" + id + "*" + control + "~" + String.join("~", segments) + "~SE*" + (segments.length + 2) + "*" + control
            + "~";
    }

    /** An interchange with one group of these sets. */
    static String interchange(String... sets) {
        return ISA + GS + String.join("", sets) + "GE*" + sets.length + "*1~IEA*1*000000001~";
    }

    static String order() {
        return interchange(set("850", "0001", ORDER));
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Everything the reader tells of a file. */
    static final class Recorded implements X12Handler {
        final List<InterchangeHeader> interchanges = new ArrayList<>();
        final List<GroupHeader> groups = new ArrayList<>();
        final List<TransactionSet> sets = new ArrayList<>();
        final List<GroupResult> groupEnds = new ArrayList<>();
        final List<InterchangeResult> ends = new ArrayList<>();
        final List<Node> technical = new ArrayList<>();
        final List<Fault> faults = new ArrayList<>();

        @Override
        public void interchange(InterchangeHeader header) {
            interchanges.add(header);
        }

        @Override
        public void group(GroupHeader header) {
            groups.add(header);
        }

        @Override
        public void set(GroupHeader group, TransactionSet set) {
            sets.add(set);
        }

        @Override
        public void groupEnd(GroupResult result) {
            groupEnds.add(result);
        }

        @Override
        public void technicalAcknowledgment(InterchangeHeader header, Node ta1) {
            technical.add(ta1);
        }

        @Override
        public void interchangeEnd(InterchangeResult result) {
            ends.add(result);
        }

        @Override
        public void fault(Fault fault) {
            faults.add(fault);
        }
    }

    static Recorded read(InputStream in, X12Limits limits) {
        Recorded recorded = new Recorded();
        try {
            new X12Reader(limits).read(in, anyRelease(), recorded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return recorded;
    }

    static Recorded read(String text) {
        return read(stream(text), X12Limits.DEFAULT);
    }

    /** Faults of the only set, as code, segment, position and element position. */
    static List<String> faults(String... segments) {
        return read(interchange(set("850", "0001", segments))).sets.get(0).faults().stream().map(X12Samples::brief).toList();
    }

    static String brief(Fault f) {
        String at = f.elementPosition() == null ? "" : " " + f.elementPosition();
        return f.code().list() + " " + f.code().standardCode() + " " + f.segment() + " " + f.position() + at;
    }

    static Configuration configuration() {
        return configuration(ErrorTolerance.NONE);
    }

    /** @param more agreements besides those on 850, 855 and 997 in 004010 */
    static Configuration configuration(ErrorTolerance tolerance, Agreement... more) {
        List<Agreement> agreements = new ArrayList<>(List.of(
            agreement("850", Direction.INBOUND, "x12/004010/850-purchase-order"),
            agreement("855", Direction.OUTBOUND, "x12/004010/order-acknowledgment-855"),
            agreement("997", Direction.INBOUND, "x12/004010/997-functional-acknowledgment"),
            agreement("997", Direction.OUTBOUND, "x12/004010/997-functional-acknowledgment")));
        agreements.addAll(List.of(more));
        Identifiers ids = new Identifiers(new Identifier("ZZ", "AMAZON", "AMAZON"), new Identifier("ZZ", "ACMEVENDOR",
            "ACMEVENDOR"));
        Partner partner = new Partner("amazon-us", "Amazon", true, "P", ZoneOffset.UTC, ids, List.of(), SEPARATORS,
            new AcknowledgmentPolicy(true, true, true, tolerance), List.of(), null, Map.of(), List.of(), agreements);
        return new OnePartner(partner);
    }

    static Agreement agreement(String document, Direction direction, String bundle) {
        String release = bundle.split("/")[1];
        String version = release.equals("005010") ? "00501" : "00400";
        return new Agreement(document, direction, release, null, bundle, "folder", null, version, List.of(), null, Map.of(), null,
            List.of(), Map.of());
    }

    /** A configuration with a single partner. */
    private record OnePartner(Partner partner) implements Configuration {
        @Override
        public List<Partner> partners() {
            return List.of(partner);
        }

        @Override
        public List<ErpSystem> erpSystems() {
            return List.of();
        }

        @Override
        public CodeLists codeLists() {
            throw new UnsupportedOperationException("the tests of X12 need no code lists");
        }

        @Override
        public AddressBook addressBook() {
            return new AddressBook(List.of());
        }

        @Override
        public PackSizes packSizes() {
            return new PackSizes(List.of());
        }

        @Override
        public List<String> problems() {
            return List.of();
        }

        @Override
        public Optional<Partner> partnerOf(String senderQualifier, String senderId, String receiverQualifier, String receiverId) {
            Identifiers ids = partner.identifiers();
            boolean same = ids.partner().qualifier().equals(senderQualifier) && ids.partner().id().equals(senderId)
                && ids.own().qualifier().equals(receiverQualifier) && ids.own().id().equals(receiverId);
            return same ? Optional.of(partner) : Optional.empty();
        }
    }

    static Checker checker() {
        return checker(configuration());
    }

    static Checker checker(Configuration configuration) {
        return new Checker(new Inspector(), configuration, grammars(), new InMemoryDuplicates(), CLOCK);
    }
}
