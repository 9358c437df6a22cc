// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.lifecycle.OrderLifecycle;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Partner;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom a document of the ERP is for: the partner of its orders, else the one its vendor code or its kind allows. */
@Component
public class Addressee {
    private final Configuration configuration;
    private final OrderLifecycle lifecycle;

    public Addressee(Configuration configuration, OrderLifecycle lifecycle) {
        this.configuration = configuration;
        this.lifecycle = lifecycle;
    }

    /** @throws MappingFault where nobody can tell */
    Partner of(Document document, CanonicalDocument content) {
        Optional<String> known = document.partner() != null ? Optional.of(document.partner()) : lifecycle.partnerOf(content);
        Optional<Partner> found = known.flatMap(configuration::partner);
        if (found.isPresent()) {
            return found.get();
        }
        List<Partner> possible = configuration.partners().stream()
            .filter(p -> p.outgoing(content.type(), content.answers()).isPresent()).toList();
        List<Partner> byVendor = possible.stream().filter(p -> p.vendorCodes().contains(content.vendorCode())).toList();
        List<Partner> left = byVendor.isEmpty() ? possible : byVendor;
        if (left.size() != 1) {
            throw new MappingFault(Fault.onPath(FaultCode.AGREEMENT_MISSING, "poNumber", content.poNumber(), content.type() + " "
                + content.documentNumber() + " is of no known order and " + left.size() + " partners take a " + content.type()
                + ", so nobody can tell whose it is. Correct its PO number, or list the vendor code in one partner's vendorCodes."));
        }
        return left.get(0);
    }
}
