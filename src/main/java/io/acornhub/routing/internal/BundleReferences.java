// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.partner.Agreement;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Direction;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleCatalog;
import io.acornhub.translation.BundleDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the bundles that {@code config/} names exist and do what they are named for. The partner or system works all the same;
 * its documents of that kind are parked, and go on after a repair, a restart and a replay.
 */
public final class BundleReferences {
    private final BundleCatalog catalog;
    private final List<String> found = new ArrayList<>();

    private BundleReferences(BundleCatalog catalog) {
        this.catalog = catalog;
    }

    /** Each problem with the file to edit and what to do. */
    public static List<String> problems(Configuration configuration, BundleCatalog catalog) {
        BundleReferences references = new BundleReferences(catalog);
        for (Partner partner : configuration.partners()) {
            partner.agreements().forEach(agreement -> references.agreement(partner, agreement));
        }
        configuration.erpSystems().forEach(references::system);
        return references.found;
    }

    private void agreement(Partner partner, Agreement agreement) {
        String where = "config/partners/" + partner.name() + ".yaml: agreement " + agreement.document() + " "
            + agreement.direction().name().toLowerCase(Locale.ROOT);
        BundleDirection needed = agreement.canonical() == null ? BundleDirection.ACKNOWLEDGMENT
            : agreement.direction() == Direction.INBOUND ? BundleDirection.TO_CANONICAL : BundleDirection.FROM_CANONICAL;
        bundle(where, agreement.bundle()).ifPresent(bundle -> {
            check(where, bundle, "direction", bundle.direction().key(), needed.key());
            check(where, bundle, "message", bundle.message(), agreement.document());
            check(where, bundle, "release", bundle.release(), agreement.release());
            check(where, bundle, "canonical", bundle.canonical() == null ? null : bundle.canonical().title(), agreement.canonical());
        });
    }

    /** What is delivered goes by the canonical title, what is collected by the message type, alone or with the IDoc type. */
    private void system(ErpSystem system) {
        String where = "config/erp/" + system.name() + ".yaml: bundles";
        system.bundles().forEach((of, id) -> bundle(where, id).ifPresent(bundle -> {
            boolean written = bundle.direction() == BundleDirection.FROM_CANONICAL;
            boolean ofType = !written && of.contains(".");
            check(where, bundle, written ? "canonical" : "message", written ? bundle.canonical().title()
                : ofType ? bundle.message() + "." + bundle.release() : bundle.message(), of);
        }));
    }

    private Optional<Bundle> bundle(String where, String id) {
        Optional<Bundle> bundle = catalog.find(id);
        if (bundle.isEmpty()) {
            found.add(where + ": there is no working bundle '" + id + "' in edi-mappings; there are "
                + catalog.bundles().stream().map(Bundle::id).sorted().toList());
        }
        return bundle;
    }

    private void check(String where, Bundle bundle, String key, String has, String needed) {
        if (!Objects.equals(has, needed)) {
            found.add(where + ": bundle " + bundle.id() + " has " + key + " " + has + ", and " + needed + " is needed here");
        }
    }
}
