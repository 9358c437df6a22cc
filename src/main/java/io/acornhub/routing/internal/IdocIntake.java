// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.idoc.Idoc;
import io.acornhub.idoc.IdocHandler;
import io.acornhub.idoc.IdocReader;
import io.acornhub.idoc.IdocReading;
import io.acornhub.idoc.IdocSlice;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Event;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import io.acornhub.interchange.FaultLog;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.interchange.Light;
import io.acornhub.partner.ErpSystem;
import io.acornhub.routing.Queues;
import io.acornhub.translation.BundleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Splits an ERP system's IDoc file into documents. SAP's IDoc number is the envelope key: the same IDoc again is recorded as a
 * repeat and goes no further, the same number with other content is held. In the caller's transaction.
 */
@Component
public class IdocIntake {
    private final StageTools tools;
    private final Archive archive;
    private final BundleCatalog catalog;
    private final FaultLog faults;

    public IdocIntake(StageTools tools, Archive archive, BundleCatalog catalog, FaultLog faults) {
        this.tools = tools;
        this.archive = archive;
        this.catalog = catalog;
        this.faults = faults;
    }

    void take(Interchange file) {
        ErpSystem system = tools.configuration().erpSystem(file.counterpart()).orElseThrow();
        IdocReader reader = new IdocReader(catalog.idocLayouts(), IdocReading.of(system.settings()));
        Taking taking = new Taking(file, system);
        try (InputStream bytes = archive.open(file.sha256())) {
            reader.read(bytes, taking);
        } catch (FaultException fault) {
            taking.failed = fault.faults();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        taking.finish();
    }

    /** One file's IDocs as they are read. */
    private final class Taking implements IdocHandler {
        private final Interchange file;
        private final ErpSystem system;
        private List<Fault> failed = List.of();
        private int accepted;
        private int all;

        Taking(Interchange file, ErpSystem system) {
            this.file = file;
            this.system = system;
        }

        @Override
        public void idoc(Idoc idoc) {
            String id = HubId.next();
            String number = idoc.control("DOCNUM");
            String message = idoc.control("MESTYP") == null ? "IDOC" : idoc.control("MESTYP");
            Optional<Interchanges.FirstSeen> first = number == null ? Optional.empty() : repeated(id, idoc, number);
            if (first.isEmpty()) {
                accepted++;
                DocumentChange change = insert(id, idoc.slice(), message, idoc.control("IDOCTYP"), number, DocumentState.RECEIVED,
                    "accepted",
                    message + " " + number);
                write(change, number, idoc.warnings());
                return;
            }
            boolean same = first.get().contentSha256().equals(hash(idoc.slice()));
            Fault fault = Fault.at(FaultCode.IDOC_REPEATED, "EDI_DC40", 1, number, same
                ? "IDoc " + number + " came before with the same content; it goes no further."
                : "IDoc " + number + " came before with other content. Held: find out in SAP which one counts.");
            DocumentChange change = insert(id, idoc.slice(), message, idoc.control("IDOCTYP"), number,
                same ? DocumentState.DROPPED : DocumentState.HELD, "repeated", fault.text());
            if (!same) {
                change.hold(fault);
            }
            write(change, number, List.of(fault));
        }

        private Optional<Interchanges.FirstSeen> repeated(String id, Idoc idoc, String number) {
            String client = idoc.control("MANDT") == null ? "" : idoc.control("MANDT");
            String key = String.join("|", "IDOC", system.name(), client, number);
            return tools.interchanges().remember(key, id, hash(idoc.slice()), Instant.now());
        }

        @Override
        public void refused(IdocSlice slice, FaultException fault) {
            Fault first = fault.faults().get(0);
            DocumentChange change = insert(HubId.next(), slice, "IDOC", null, null, DocumentState.REJECTED, "rejected", first.inWords())
                .light(Light.VALIDATED, Light.Colour.RED);
            write(change, null, fault.faults());
        }

        private DocumentChange insert(String id, IdocSlice slice, String message, String type, String number, DocumentState state,
            String what,
            String detail) {
            all++;
            Instant now = Instant.now();
            Event event = Event.next(id, 0, null, now, Queues.OUTBOUND_IDENTIFY, what, detail + ", file " + file.fileName());
            Document document = new Document(id, file.id(), slice.ordinal(), "OUTBOUND", null, system.name(), shortened(message),
                type == null ? null : shortened(type), null,
                number == null ? null : shortened(number), slice.text(), slice.offset(), slice.length(), null, null, null, null, state,
                Queues.OUTBOUND_IDENTIFY, null, null, Map.of(Light.VALIDATED, Light.Colour.AMBER), null, now, now, event.seq(),
                event.hash());
            tools.documents().insert(List.of(document), List.of(event));
            tools.count(Queues.OUTBOUND_IDENTIFY, List.of(document));
            tools.log(Queues.OUTBOUND_IDENTIFY, id, detail);
            return new DocumentChange(document);
        }

        private void write(DocumentChange change, String number, List<Fault> found) {
            if (number != null) {
                change.key("IDoc number", number).key("IDoc number", number.replaceFirst("^0+(?=.)", ""));
            }
            tools.documents().apply(List.of(change.faults(found)));
        }

        private String hash(IdocSlice slice) {
            try {
                byte[] bytes = archive.slice(file.sha256(), slice.offset(), Math.toIntExact(slice.length()));
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        private void finish() {
            faults.append(file.id(), failed);
            Interchange.Status status = all == 0 ? Interchange.Status.UNREADABLE : !failed.isEmpty() || accepted < all
                ? accepted == 0 ? Interchange.Status.REJECTED : Interchange.Status.PARTIAL : Interchange.Status.ACCEPTED;
            tools.interchanges().identified(file.id(), null, system.name(), null, null, null, status, Instant.now());
            String text = accepted + " of " + all + " IDocs taken" + (failed.isEmpty() ? "" : "; " + failed.get(0).inWords());
            tools.interchanges().event(file.id(), Queues.OUTBOUND_IDENTIFY, status.name().toLowerCase(Locale.ROOT), text);
            if (!failed.isEmpty()) {
                tools.log(Queues.OUTBOUND_IDENTIFY, file.id(), "file " + file.fileName() + ": " + text);
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > 12 && !text.matches("\\d+") ? text.substring(0, 12) : text;
    }
}
