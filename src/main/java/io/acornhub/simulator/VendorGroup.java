// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One account at Amazon: a vendor group of one marketplace, with its vendor codes, and the grant an application has for it.
 *
 * @param name what the control API calls it
 * @param region {@code NA}, {@code EU} or {@code FE}
 * @param marketplace Amazon's identifier of the marketplace
 * @param currency ISO 4217 code of its orders
 * @param vendorCodes the {@code sellingParty.partyId}s that it holds; a code belongs to one group
 * @param clientId the application; several groups may have the same, then with the same secret
 * @param clientSecret the application's secret
 * @param secretIssued when the secret was issued; it fails 180 days later. Null: it never fails
 * @param refreshToken the grant, of this group alone
 * @param withoutRole operations that the application has no role for: 403
 * @param billTo the bill-to party an invoice must name; null: the order's
 */
public record VendorGroup(String name, String region, String marketplace, String currency, List<String> vendorCodes,
                          String clientId, String clientSecret, Instant secretIssued, String refreshToken,
                          Set<String> withoutRole, String billTo) {

    public VendorGroup {
        if (name == null || clientId == null || clientSecret == null || refreshToken == null) {
            throw new IllegalArgumentException("a vendor group needs name, clientId, clientSecret and refreshToken");
        }
        if (!Set.of("NA", "EU", "FE").contains(region)) {
            throw new IllegalArgumentException("vendor group " + name + ": region must be NA, EU or FE, not " + region);
        }
        vendorCodes = vendorCodes == null ? List.of() : List.copyOf(vendorCodes);
        withoutRole = withoutRole == null ? Set.of() : Set.copyOf(withoutRole);
    }

    /** A group whose credentials are made of its name: {@code <name>-client}, {@code <name>-secret}, {@code Atzr|<name>}. */
    public static VendorGroup of(String name, String region, String marketplace, String currency, String... vendorCodes) {
        return new VendorGroup(name, region, marketplace, currency, List.of(vendorCodes), name + "-client", name + "-secret", null,
            "Atzr|" + name, Set.of(), null);
    }

    /** The same with another secret, as after a rotation. */
    public VendorGroup withSecret(String secret, Instant issued) {
        return new VendorGroup(name, region, marketplace, currency, vendorCodes, clientId, secret, issued, refreshToken,
            withoutRole, billTo);
    }

    /** The same with another grant. */
    public VendorGroup withRefreshToken(String token) {
        return new VendorGroup(name, region, marketplace, currency, vendorCodes, clientId, clientSecret, secretIssued, token,
            withoutRole, billTo);
    }

    /** The same without a role for these operations. */
    public VendorGroup withoutRoleFor(Set<String> operations) {
        return new VendorGroup(name, region, marketplace, currency, vendorCodes, clientId, clientSecret, secretIssued, refreshToken,
            operations, billTo);
    }

    /** Never shows secrets. */
    @Override
    public String toString() {
        return "vendor group " + name + " " + region + " " + marketplace + " " + vendorCodes;
    }
}
