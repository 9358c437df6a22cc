// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.MappingFault;
import io.acornhub.lifecycle.AcknowledgmentResolver;
import io.acornhub.lifecycle.InvoiceCompletion;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.ShipmentCompletion;
import io.acornhub.lifecycle.UnitConversion;
import io.acornhub.lifecycle.identifiers.SsccAllocator;
import io.acornhub.partner.AddressBook;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Partner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the ERP did not say of a document, filled in from the order and from {@code config/}: line numbers and article numbers, units
 * by pack size, addresses, SSCCs. Nothing is guessed; what stays open is for the guards.
 */
@Component
public class Completion {
    private final Configuration configuration;
    private final SsccAllocator ssccs;
    private final TransactionTemplate transaction;

    public Completion(Configuration configuration, SsccAllocator ssccs, TransactionTemplate transaction) {
        this.configuration = configuration;
        this.ssccs = ssccs;
        this.transaction = transaction;
    }

    CanonicalDocument of(CanonicalDocument content, Partner partner, OrderBook book, String documentId) {
        if (content instanceof OrderAcknowledgment answer) {
            return book.order(answer.poNumber()).map(order -> (CanonicalDocument) AcknowledgmentResolver.resolve(answer, order))
                .orElseGet(() -> AcknowledgmentResolver.resolve(answer));
        }
        if (content instanceof ShipmentNotice notice) {
            ShipmentNotice completed = addressed(new ShipmentCompletion(book, units(partner)).complete(notice), partner);
            // a transaction of its own: the same document gets the same codes whenever this stage is repeated
            return transaction.execute(status -> ssccs.complete(completed, partner, documentId));
        }
        return content instanceof Invoice invoice
            ? addressed(new InvoiceCompletion(book, units(partner)).complete(invoice), partner) : content;
    }

    private UnitConversion units(Partner partner) {
        return (quantity, line) -> {
            try {
                return Optional.of(configuration.packSizes().convert(quantity, line.unit(),
                    Arrays.asList(line.vendorItem(), line.gtin(), line.buyerItem()), owners(partner)));
            } catch (MappingFault nothingConfigured) {
                return Optional.empty();
            }
        };
    }

    private ShipmentNotice addressed(ShipmentNotice n, Partner partner) {
        if (n.parties() == null) {
            return n;
        }
        List<Party> parties = n.parties().stream().map(p -> configuration.addressBook().completed(p, owners(partner))).toList();
        return new ShipmentNotice(n.type(), n.shipmentId(), n.purpose(), n.createdAt(), n.shippedAt(), n.estimatedDelivery(),
            n.appointment(), n.vendorCode(), n.billOfLading(), n.proNumber(), n.amazonReference(), n.sealNumber(), n.freight(),
            n.shipmentType(), n.carrierCode(), n.carrierName(), n.cartonCount(), n.palletCount(), n.grossWeight(), n.volume(), parties,
            n.texts(), n.items(), n.packages(), n.extras());
    }

    /** The party that is paid is the vendor itself, where the address list has its code and the invoice names none. */
    private Invoice addressed(Invoice i, Partner partner) {
        AddressBook book = configuration.addressBook();
        List<Party> parties = new ArrayList<>(i.parties() == null ? List.of() : i.parties());
        boolean paid = parties.stream().anyMatch(p -> "REMIT_TO".equals(p.role()));
        if (!paid && book.find("ASSIGNED", i.vendorCode(), owners(partner)).isPresent()) {
            parties.add(new Party("REMIT_TO", i.vendorCode(), "ASSIGNED", null, null, null, null, null, null));
        }
        return new Invoice(i.type(), i.invoiceNumber(), i.invoiceDate(), i.kind(), i.poNumber(), i.orderDate(), i.originalInvoice(),
            i.shipmentId(), i.vendorCode(), i.currency(), i.terms(), parties.stream().map(p -> book.completed(p, owners(partner))).toList(),
            i.lines(), i.charges(), i.taxes(), i.total(), i.extras());
    }

    private static String[] owners(Partner partner) {
        return partner.codeLists() == null ? new String[0] : new String[] {partner.codeLists()};
    }
}
