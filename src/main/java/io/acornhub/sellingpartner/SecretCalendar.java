// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import io.acornhub.partner.Secrets;
import io.acornhub.sellingpartner.internal.Tokens;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** When which client secret runs out. Each look notes secrets that were not seen before. */
public class SecretCalendar {
    private final Connections connections;
    private final Secrets secrets;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    public SecretCalendar(Connections connections, Secrets secrets, JdbcTemplate jdbc, Clock clock) {
        this.connections = connections;
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Sighting(String fingerprint, Instant at) {
    }

    /** Every connection's secret as it is now. */
    public List<SecretAge> look() {
        return connections.all().stream().map(this::age).toList();
    }

    private SecretAge age(Connection connection) {
        String fingerprint;
        try {
            fingerprint = Tokens.fingerprint(connection.name() + " " + secrets.read(connection.clientSecret()));
        } catch (Secrets.MissingSecret e) {
            return new SecretAge(connection, null, null, false, null, "the client secret cannot be read: " + e.getMessage());
        }
        jdbc.update("insert into sp_secret (connection, fingerprint, first_seen_at) values (?,?,?) on conflict do nothing",
            connection.name(), fingerprint, Timestamp.from(clock.instant()));
        List<Sighting> sightings = jdbc.query("select fingerprint, first_seen_at from sp_secret where connection = ? "
            + "order by first_seen_at",
            (rs, n) -> new Sighting(rs.getString(1), rs.getObject(2, OffsetDateTime.class).toInstant()), connection.name());
        Instant seen = sightings.stream().filter(s -> s.fingerprint().equals(fingerprint)).findFirst().orElseThrow().at();
        Instant before = sightings.stream().filter(s -> s.at().isBefore(seen)).map(Sighting::at).reduce((a, b) -> b).orElse(null);
        Instant said = connection.secretIssued() == null ? null : connection.secretIssued().atStartOfDay(ZoneOffset.UTC).toInstant();
        // a day from before the hub saw the secret's predecessor is the predecessor's: somebody forgot to change it
        boolean counts = said != null && (before == null || said.isAfter(before));
        Instant since = counts ? said : seen;
        return new SecretAge(connection, fingerprint, since, counts, since.plus(SecretAge.LIFE), null);
    }
}
