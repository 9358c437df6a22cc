// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.partner.Secrets;
import io.acornhub.partner.Partner;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.CallResult;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.ConnectionCheck;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Region;
import io.acornhub.sellingpartner.SecretAge;
import io.acornhub.sellingpartner.SellingPartner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries what a connection needs, one after the other; what cannot be tried after a failure is left out. */
public final class ConnectionChecks {
    private static final Duration CLOCK_OFF = Duration.ofSeconds(60);
    private static final int SOON = 30;
    private static final String NOTHING = "acorn-connection-check";
    private final Secrets secrets;
    private final Tokens tokens;
    private final Wire wire;
    private final SellingPartner partner;
    private final Clock clock;

    public ConnectionChecks(Secrets secrets, Tokens tokens, Wire wire, SellingPartner partner, Clock clock) {
        this.secrets = secrets;
        this.tokens = tokens;
        this.wire = wire;
        this.partner = partner;
        this.clock = clock;
    }

    public List<ConnectionCheck> of(Connection connection, Partner owner) {
        List<ConnectionCheck> found = new ArrayList<>();
        found.add(region(connection));
        found.add(host(connection));
        boolean readable = secret(found, "client id", connection.clientId()) & secret(found, "client secret", connection.clientSecret())
            & secret(found, "refresh token", connection.refreshToken());
        found.add(age(connection));
        found.add(time(connection));
        if (readable && token(found, connection)) {
            inUse(connection, owner).forEach(operation -> found.add(role(connection, operation)));
        }
        return found;
    }

    private static ConnectionCheck region(Connection connection) {
        Region region = Marketplaces.regionOf(connection.marketplace());
        if (region == null) {
            return ConnectionCheck.warn("region", "the marketplace " + connection.marketplace() + " is not known to the hub",
                "look whether it is spelt right and belongs to " + connection.region());
        }
        return region == connection.region() ? ConnectionCheck.ok("region", connection.marketplace() + " belongs to " + region)
            : ConnectionCheck.failed("region", connection.marketplace() + " belongs to " + region + ", and region is "
                + connection.region(), "say region: " + region + ", or the marketplace of this account");
    }

    private static ConnectionCheck host(Connection connection) {
        String host = connection.endpoint().getHost();
        if (host.equals(connection.region().endpoint().getHost())) {
            return ConnectionCheck.ok("host", host);
        }
        for (Region other : Region.values()) {
            if (other != connection.region() && host.endsWith(other.endpoint().getHost())) {
                return ConnectionCheck.failed("host", host + " is Amazon's host of " + other + ", and region is " + connection.region(),
                    "leave endpoint out, or correct region");
            }
        }
        return ConnectionCheck.warn("host", "calls go to " + connection.endpoint() + " and not to Amazon's production",
            "leave endpoint out when this is to be the real Amazon");
    }

    private boolean secret(List<ConnectionCheck> found, String name, String reference) {
        try {
            secrets.read(reference);
            found.add(ConnectionCheck.ok(name, "there is one at " + reference));
            return true;
        } catch (Secrets.MissingSecret e) {
            found.add(ConnectionCheck.failed(name, e.getMessage(), "put it there, or say in the partner file where it is kept"));
            return false;
        }
    }

    private ConnectionCheck age(Connection connection) {
        String name = "secret age";
        if (connection.secretIssued() == null) {
            return ConnectionCheck.warn(name, "the partner file does not say when the client secret was made",
                "say secretIssued; until then the hub counts from when it first saw the secret");
        }
        Instant since = connection.secretIssued().atStartOfDay(ZoneOffset.UTC).toInstant();
        SecretAge age = new SecretAge(connection, null, since, true, since.plus(SecretAge.LIFE), null);
        long days = age.daysLeft(clock.instant());
        String until = "good until " + age.expiresAt().atZone(ZoneOffset.UTC).toLocalDate();
        String todo = "make a new one in the developer console, put it in place and correct secretIssued";
        return days < 0 ? ConnectionCheck.failed(name, "it was " + until, todo)
            : days <= SOON ? ConnectionCheck.warn(name, until + ", " + days + " days", todo)
            : ConnectionCheck.ok(name, until + ", " + days + " days");
    }

    /** By the time that any answer carries; no token is needed for it. */
    private ConnectionCheck time(Connection connection) {
        Wire.Reply reply = wire.send(new Wire.Request("GET", connection.endpoint(), Map.of("user-agent", UserAgent.TEXT), null,
            connection.timeout()));
        if (!(reply instanceof Wire.Reply.Came came)) {
            String reason = reply instanceof Wire.Reply.NotSent not ? not.reason() : ((Wire.Reply.Lost) reply).reason();
            return ConnectionCheck.failed("reach", connection.endpoint() + ": " + reason,
                "look whether this machine may reach the host: name service, proxy, firewall");
        }
        String date = came.header("date");
        try {
            Instant theirs = date == null ? null : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration off = theirs == null ? null : Duration.between(theirs, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            if (off != null) {
                return off.abs().compareTo(CLOCK_OFF) > 0 ? ConnectionCheck.warn("clock", "this machine's clock is off by " + off,
                    "set it by a time server; windows and deadlines go by it") : ConnectionCheck.ok("clock", "off by " + off);
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        return ConnectionCheck.warn("clock", "the answer carries no time", "compare the clock by hand");
    }

    private boolean token(List<ConnectionCheck> found, Connection connection) {
        try {
            TokenAnswer answer = tokens.get(connection, Grant.VENDOR, connection.timeout());
            if (answer instanceof TokenAnswer.None none) {
                found.add(ConnectionCheck.failed("token", none.reason(), "see the reason"));
                return false;
            }
            found.add(ConnectionCheck.ok("token", "good until " + ((TokenAnswer.Token) answer).endsAt().truncatedTo(ChronoUnit.SECONDS)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the agreements of the channel name, and what the hub reads to go with it. */
    private static Set<Operation> inUse(Connection connection, Partner owner) {
        Set<Operation> used = EnumSet.noneOf(Operation.class);
        owner.agreements().stream().filter(a -> connection.channel().equals(a.channel()))
            .forEach(a -> Operation.of(a.document()).ifPresent(used::add));
        if (used.contains(Operation.GET_PURCHASE_ORDERS)) {
            used.add(Operation.GET_PURCHASE_ORDERS_STATUS);
        }
        if (used.stream().anyMatch(Operation::isPost)) {
            used.add(Operation.GET_TRANSACTION);
        }
        if (used.contains(Operation.SUBMIT_SHIPMENT_CONFIRMATIONS)) {
            used.add(Operation.GET_SHIPMENT_DETAILS);
        }
        if (Boolean.parseBoolean(connection.settings().get("finances"))) {
            used.add(Operation.GET_INVOICE_HEADERS);
        }
        return used;
    }

    private ConnectionCheck role(Connection connection, Operation operation) {
        String name = "role " + operation.id();
        CallResult result = partner.call(connection, harmless(operation));
        if (result instanceof CallResult.Refused refused) {
            if (refused.denied()) {
                String region = operation == Operation.GET_TRANSACTION && connection.region() == Region.FE
                    ? "; in FE Amazon may not have this operation at all" : "";
                return ConnectionCheck.failed(name, refused.inWords(), "give the application the role, authorize it again, and look whether"
                    + " account and region belong together" + region);
            }
            return ConnectionCheck.ok(name, "may be called (" + refused.answer().status() + " to a question about nothing)");
        }
        return result instanceof CallResult.Answered ? ConnectionCheck.ok(name, "may be called")
            : ConnectionCheck.warn(name, result instanceof CallResult.Unavailable away ? away.reason()
                : ((CallResult.OutcomeUnknown) result).reason(), "try again later");
    }

    /** A call that changes nothing: one row of a list, something that is not there, or a submission without documents. */
    private Call harmless(Operation operation) {
        if (operation.isPost()) {
            return Call.post(operation, "{}".getBytes(StandardCharsets.UTF_8));
        }
        Call call = Call.of(operation);
        String since = clock.instant().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS).toString();
        return switch (operation) {
            case GET_PURCHASE_ORDERS, GET_PURCHASE_ORDERS_STATUS, GET_SHIPMENT_DETAILS, GET_SHIPMENT_LABELS ->
                call.query("limit", "1").query(operation == Operation.GET_SHIPMENT_LABELS ? "labelCreatedAfter" : "createdAfter", since);
            case GET_PURCHASE_ORDER -> call.path("purchaseOrderNumber", NOTHING);
            case GET_TRANSACTION -> call.path("transactionId", NOTHING);
            case GET_INVOICE_HEADERS -> call.query("invoicesModifiedAfter", since);
            case GET_INVOICE -> call.path("invoiceIdentifier", NOTHING);
            case GET_REPORT -> call.path("reportId", NOTHING);
            case GET_REPORTS -> call.query("reportTypes", "GET_VENDOR_SALES_REPORT").query("pageSize", "1");
            case GET_REPORT_DOCUMENT -> call.path("reportDocumentId", NOTHING);
            case GET_QUERY -> call.path("queryId", NOTHING);
            case GET_DOCUMENT -> call.path("documentId", NOTHING);
            default -> call;
        };
    }
}
