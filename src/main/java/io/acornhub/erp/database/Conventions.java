// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.partner.CodeLists;
import io.acornhub.partner.ErpSystem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What the rows of one ERP system agree on: codes, and the zone of business times (setting {@code zone}, UTC without it). The
 * columns of claims and leases are the hub's own and always UTC.
 */
record Conventions(InterfaceCodes codes, ZoneId zone) {

    static Conventions of(ErpSystem system, CodeLists lists) {
        String zone = system.settings().getOrDefault("zone", "").strip();
        try {
            return new Conventions(new InterfaceCodes(lists, system), ZoneId.of(zone.isEmpty() ? "UTC" : zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("config/erp/" + system.name() + ".yaml: settings.zone '" + zone
                + "' is no time zone; write one such as UTC, America/New_York or Europe/Berlin", e);
        }
    }

    Instant instant(LocalDateTime time) {
        return time == null ? null : time.atZone(zone).toInstant();
    }

    LocalDateTime local(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MICROS);
    }
}
