// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.DocumentType;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.Finding;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.acknowledgment.AnsweredOnce;
import io.acornhub.lifecycle.guards.acknowledgment.AnsweredPrice;
import io.acornhub.lifecycle.guards.acknowledgment.AnsweredQuantity;
import io.acornhub.lifecycle.guards.acknowledgment.ChangeInTime;
import io.acornhub.lifecycle.guards.acknowledgment.EveryLine;
import io.acornhub.lifecycle.guards.acknowledgment.NoRevival;
import io.acornhub.lifecycle.guards.acknowledgment.ObsoleteAsked;
import io.acornhub.lifecycle.guards.acknowledgment.RejectedUnits;
import io.acornhub.lifecycle.guards.acknowledgment.WholeQuantityAnswered;
import io.acornhub.lifecycle.guards.inventory.AdviceFilled;
import io.acornhub.lifecycle.guards.inventory.FullZero;
import io.acornhub.lifecycle.guards.inventory.ItemNamed;
import io.acornhub.lifecycle.guards.inventory.StockNegative;
import io.acornhub.lifecycle.guards.invoice.BilledParties;
import io.acornhub.lifecycle.guards.invoice.Cents;
import io.acornhub.lifecycle.guards.invoice.CreditRegion;
import io.acornhub.lifecycle.guards.invoice.CreditedQuantity;
import io.acornhub.lifecycle.guards.invoice.CurrencyAsOrdered;
import io.acornhub.lifecycle.guards.invoice.CurrencyGiven;
import io.acornhub.lifecycle.guards.invoice.InvoiceDate;
import io.acornhub.lifecycle.guards.invoice.InvoiceNumber;
import io.acornhub.lifecycle.guards.invoice.InvoiceNumberForm;
import io.acornhub.lifecycle.guards.invoice.InvoicedPrice;
import io.acornhub.lifecycle.guards.invoice.InvoicedQuantity;
import io.acornhub.lifecycle.guards.invoice.LineAmount;
import io.acornhub.lifecycle.guards.invoice.OriginalInvoice;
import io.acornhub.lifecycle.guards.invoice.SalesTaxOnResale;
import io.acornhub.lifecycle.guards.invoice.TaxAmount;
import io.acornhub.lifecycle.guards.invoice.TaxCode;
import io.acornhub.lifecycle.guards.invoice.TaxRate;
import io.acornhub.lifecycle.guards.invoice.Total;
import io.acornhub.lifecycle.guards.invoice.TotalPositive;
import io.acornhub.lifecycle.guards.routing.CountsPositive;
import io.acornhub.lifecycle.guards.routing.FreightCollect;
import io.acornhub.lifecycle.guards.shipment.AmazonReference;
import io.acornhub.lifecycle.guards.shipment.AmazonReferenceKnown;
import io.acornhub.lifecycle.guards.shipment.BillOfLading;
import io.acornhub.lifecycle.guards.shipment.BillOfLadingForm;
import io.acornhub.lifecycle.guards.shipment.CarrierCode;
import io.acornhub.lifecycle.guards.shipment.CarrierReference;
import io.acornhub.lifecycle.guards.shipment.CartonsKnown;
import io.acornhub.lifecycle.guards.shipment.Departed;
import io.acornhub.lifecycle.guards.shipment.ExpiryAhead;
import io.acornhub.lifecycle.guards.shipment.ExpiryGiven;
import io.acornhub.lifecycle.guards.shipment.FreightAsOrdered;
import io.acornhub.lifecycle.guards.shipment.OrderAcknowledged;
import io.acornhub.lifecycle.guards.shipment.OrderOpen;
import io.acornhub.lifecycle.guards.shipment.PackageCounts;
import io.acornhub.lifecycle.guards.shipment.PackageFilled;
import io.acornhub.lifecycle.guards.shipment.PackageItems;
import io.acornhub.lifecycle.guards.shipment.PackageSums;
import io.acornhub.lifecycle.guards.shipment.PackageTree;
import io.acornhub.lifecycle.guards.shipment.PartiesPresent;
import io.acornhub.lifecycle.guards.shipment.RejectedLine;
import io.acornhub.lifecycle.guards.shipment.ReplacementInTime;
import io.acornhub.lifecycle.guards.shipment.ReplacementReduces;
import io.acornhub.lifecycle.guards.shipment.ShipDate;
import io.acornhub.lifecycle.guards.shipment.ShipmentId;
import io.acornhub.lifecycle.guards.shipment.ShippedQuantity;
import io.acornhub.lifecycle.guards.shipment.SsccCheckDigit;
import io.acornhub.lifecycle.guards.shipment.SsccOnce;
import io.acornhub.lifecycle.guards.shipment.SsccPresent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The register of guards: which documents they look at, in the order in which they speak. */
public final class Guards {
    private static final Map<DocumentType, List<Guard<? extends CanonicalDocument>>> BY_DOCUMENT = new EnumMap<>(DocumentType.class);

    static {
        BY_DOCUMENT.put(DocumentType.ORDER_ACKNOWLEDGMENT, List.of(new OrderKnown(), new LineKnown(), new EveryLine(), new AnsweredOnce(),
            new UnitKept(), new AnsweredQuantity(), new WholeQuantityAnswered(), new AnsweredPrice(), new NoRevival(),
            new RejectedUnits(), new ChangeInTime(), new ObsoleteAsked(), new GtinCheckDigit()));
        BY_DOCUMENT.put(DocumentType.SHIPMENT_NOTICE, List.of(new OrderKnown(), new LineKnown(),
            new OrderOpen(), new OrderAcknowledged(), new UnitKept(), new QuantityPositive(), new WholeUnits(), new RejectedLine(),
            new ShippedQuantity(), new Departed(), new ShipDate(), new ShipmentId(), new ReplacementInTime(),
            new ReplacementReduces(), new CartonsKnown(),
            new PackageTree(), new PackageItems(), new PackageSums(), new PackageFilled(), new PackageCounts(),
            new SsccPresent(), new SsccCheckDigit(), new SsccOnce(), new FreightAsOrdered(), new AmazonReference(),
            new AmazonReferenceKnown(), new CarrierReference(), new BillOfLading(), new BillOfLadingForm(),
            new CarrierCode(), new ExpiryGiven(), new ExpiryAhead(), new PartiesPresent(), new ShipToAsOrdered(),
            new GtinCheckDigit()));
        BY_DOCUMENT.put(DocumentType.INVOICE, List.of(new OrderKnown(), new LineKnown(),
            new UnitKept(), new QuantityPositive(), new WholeUnits(), new InvoicedQuantity(), new InvoicedPrice(), new LineAmount(),
            new Total(), new TotalPositive(), new Cents(), new InvoiceNumber(), new InvoiceNumberForm(),
            new InvoiceDate(), new CurrencyGiven(), new CurrencyAsOrdered(), new OriginalInvoice(),
            new CreditedQuantity(), new TaxCode(), new TaxAmount(), new TaxRate(), new SalesTaxOnResale(),
            new BilledParties(), new CreditRegion(), new ShipToAsOrdered(), new GtinCheckDigit()));
        BY_DOCUMENT.put(DocumentType.INVENTORY_ADVICE, List.of(new AdviceFilled(), new FullZero(), new StockNegative(), new ItemNamed(),
            new GtinCheckDigit()));
        BY_DOCUMENT.put(DocumentType.ROUTING_REQUEST, List.of(new OrderKnown(), new FreightCollect(), new CountsPositive()));
    }

    private Guards() {
    }

    /** What an agreement or the documentation says of a guard: for which document, by which name, for which reason, what it stops. */
    public record Entry(DocumentType document, String name, FaultCode code, String stops) {
    }

    /** The guards of a document; none for documents that nothing is known to be wrong with. */
    public static List<Guard<? extends CanonicalDocument>> of(DocumentType type) {
        return BY_DOCUMENT.getOrDefault(type, List.of());
    }

    /** Every guard of every document. */
    public static List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        BY_DOCUMENT.forEach((type, guards) -> guards.forEach(g -> entries.add(new Entry(type, g.name(), g.code(), g.stops()))));
        return entries;
    }

    /** Everything that must not leave as it is, in the order of the guards. */
    public static List<Finding> check(CanonicalDocument document, OrderBook book, GuardSettings settings) {
        List<Finding> findings = new ArrayList<>();
        for (Guard<? extends CanonicalDocument> guard : of(DocumentType.ofTitle(document.type()))) {
            check(guard, document, book, settings, findings);
        }
        return findings;
    }

    /** A guard stands only in the list of a document that it takes. */
    @SuppressWarnings("unchecked")
    private static <T extends CanonicalDocument> void check(Guard<T> guard, CanonicalDocument document, OrderBook book,
                                                            GuardSettings settings, List<Finding> findings) {
        guard.check((T) document, book, settings).forEach(fault -> findings.add(new Finding(guard.name(), fault)));
    }
}
