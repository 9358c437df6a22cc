// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.partner.Secrets;
import io.acornhub.sellingpartner.Connection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * On whose behalf a token is: of the vendor group that gave the refresh token, or of the application alone for a few operations.
 *
 * @param scope null for the vendor group, else of the application
 */
record Grant(String scope) {
    static final Grant VENDOR = new Grant(null);
    /** Destinations of notifications, and subscriptions by their id. */
    static final Grant NOTIFICATIONS = new Grant("sellingpartnerapi::notifications");

    /** The form fields of the request; secrets are read now. */
    Map<String, String> form(Connection connection, Secrets secrets) {
        Map<String, String> form = new LinkedHashMap<>();
        if (scope == null) {
            form.put("grant_type", "refresh_token");
            form.put("refresh_token", secrets.read(connection.refreshToken()));
        } else {
            form.put("grant_type", "client_credentials");
            form.put("scope", scope);
        }
        form.put("client_id", secrets.read(connection.clientId()));
        form.put("client_secret", secrets.read(connection.clientSecret()));
        return form;
    }
}
