// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One vendor group at one marketplace: a channel of type {@code spapi} of a partner. A grant belongs to the vendor group, so one
 * refresh token sees all its vendor codes.
 *
 * @param name unique in the hub: partner and channel, such as {@code amazon-us-api}; what limits and leases are keyed by
 * @param marketplace Amazon's marketplace id, such as ATVPDKIKX0DER
 * @param endpoint base of all calls but the token's
 * @param tokenEndpoint where Login with Amazon gives tokens
 * @param clientSecret where it is kept, {@code env:NAME} or {@code file:PATH}; read anew for each token, so that it can be
 *                     replaced while the hub runs. The same for {@code clientId} and {@code refreshToken}
 * @param secretIssued when the client secret was made; Amazon refuses it 180 days later. Null: from when the hub first saw it
 * @param vendorCodes the vendor codes served; empty means all of the group
 * @param timeout how long an answer may take
 * @param settings the channel's other settings
 */
public record Connection(String name, String partner, String channel, Region region, String marketplace, URI endpoint,
                         URI tokenEndpoint, String clientId, String clientSecret, String refreshToken, LocalDate secretIssued,
                         List<String> vendorCodes, Duration timeout, Map<String, String> settings) {
}
