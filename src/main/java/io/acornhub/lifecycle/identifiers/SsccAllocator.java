// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.canonical.ShipmentNotice.Package;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.Partner;
import io.acornhub.partner.SsccPrefix;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Gives SSCCs to packages that came without one, from the vendor's GS1 company prefix. Serial numbers are taken in the transaction
 * that stores the notice; the row lock of their sequence makes others wait for that commit, so that none is given twice or lost.
 */
@Component
public class SsccAllocator {
    private final JdbcTemplate jdbc;
    private final SsccRegister register;
    private final Clock clock;

    public SsccAllocator(JdbcTemplate jdbc, SsccRegister register) {
        this.jdbc = jdbc;
        this.register = register;
        this.clock = Clock.systemUTC();
    }

    /**
     * The notice with an SSCC on every package. The same document gets the same codes whenever it is asked, and so does a corrected
     * notice of the same shipment for the same package numbers. Without a prefix in the partner file the notice stays as it is.
     *
     * @throws MappingFault when the prefix has no serial number left
     */
    public ShipmentNotice complete(ShipmentNotice notice, Partner partner, String documentId) {
        Optional<SsccPrefix> prefix = partner.ssccPrefix(notice.vendorCode());
        boolean complete = notice.packages() == null || notice.packages().stream().noneMatch(SsccAllocator::lacks);
        if (complete || prefix.isEmpty()) {
            return notice;
        }
        lock(prefix.get());
        Instant now = clock.instant();
        Map<String, String> given = register.given(notice, partner.name(), documentId, now);
        List<Package> packages = notice.packages().stream().map(one -> {
            if (!lacks(one)) {
                return one;
            }
            String known = given.get(one.packageNo());
            return with(one, known != null ? known : next(prefix.get(), notice, partner, documentId, one.packageNo(), now));
        }).toList();
        return with(notice, packages);
    }

    private static boolean lacks(Package one) {
        return one.sscc() == null || one.sscc().isBlank();
    }

    /** The sequence's row, locked until the transaction ends; made at its first use. */
    private void lock(SsccPrefix prefix) {
        String key = prefix.extensionDigit() + prefix.companyPrefix();
        if (jdbc.update("update sscc_sequence set last_serial = last_serial where prefix = ?", key) == 0) {
            jdbc.update("insert into sscc_sequence (prefix, last_serial) values (?, -1) on conflict do nothing", key);
            lock(prefix);
        }
    }

    private String next(SsccPrefix prefix, ShipmentNotice notice, Partner partner, String documentId, String packageNo, Instant now) {
        String key = prefix.extensionDigit() + prefix.companyPrefix();
        while (true) {
            jdbc.update("update sscc_sequence set last_serial = last_serial + 1 where prefix = ?", key);
            Long serial = jdbc.queryForObject("select last_serial from sscc_sequence where prefix = ?", Long.class, key);
            if (serial == null || serial >= Sscc.serials(prefix.companyPrefix())) {
                throw new MappingFault(Fault.onPath(FaultCode.SSCC_RANGE_EXHAUSTED, "packages", key, "Every SSCC of company prefix "
                    + prefix.companyPrefix() + " with extension digit " + prefix.extensionDigit() + " is given out. Set another "
                    + "extensionDigit or company prefix under sscc in config/partners/" + partner.name() + ".yaml."));
            }
            String sscc = Sscc.of(prefix.extensionDigit(), prefix.companyPrefix(), serial);
            if (register.give(new SsccRegister.Use(sscc, partner.name(), notice.shipmentId(), documentId, packageNo, now))) {
                return sscc;
            }
        }
    }

    private static Package with(Package p, String sscc) {
        return new Package(p.packageNo(), p.parentNo(), p.kind(), sscc, p.trackingNumber(), p.grossWeight(), p.dimensions(), p.contents());
    }

    private static ShipmentNotice with(ShipmentNotice n, List<Package> packages) {
        return new ShipmentNotice(n.type(), n.shipmentId(), n.purpose(), n.createdAt(), n.shippedAt(), n.estimatedDelivery(),
            n.appointment(), n.vendorCode(), n.billOfLading(), n.proNumber(), n.amazonReference(), n.sealNumber(), n.freight(),
            n.shipmentType(), n.carrierCode(), n.carrierName(), n.cartonCount(), n.palletCount(), n.grossWeight(), n.volume(), n.parties(),
            n.texts(), n.items(), packages, n.extras());
    }
}
