// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.BusinessReport;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Document;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What a partner says to people: texts (864) and answers to what we sent (824). In the caller's transaction. */
@Repository
public class Notices {
    private static final Set<String> SPEAKING = Set.of("TEXT_MESSAGE", "APPLICATION_ADVICE");
    private static final int LONGEST = 2000;
    private final JdbcTemplate jdbc;

    public Notices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the words of a text or an application advice; other documents say nothing to people. */
    void note(CanonicalDocument content, Document document) {
        if (content instanceof BusinessReport report && SPEAKING.contains(report.report())) {
            String text = text(report);
            jdbc.update("insert into notice (document_id, partner, kind, subject, text, at) values (?,?,?,?,?,?) on conflict do nothing",
                document.id(), document.partner(), report.report(), report.businessKey(),
                text.length() > LONGEST ? text.substring(0, LONGEST) : text, Timestamp.from(document.createdAt()));
        }
    }

    private static String text(BusinessReport report) {
        Stream<String> lines = orEmpty(report.lines()).flatMap(l -> Stream.concat(orEmpty(l.texts()),
            orEmpty(l.figures()).map(BusinessReport.Figure::text)));
        String words = Stream.of(Stream.ofNullable(report.outcome()), orEmpty(report.texts()), lines).flatMap(s -> s)
            .filter(t -> t != null && !t.isBlank()).collect(Collectors.joining("\n"));
        return words.isEmpty() ? report.report() + " " + report.reportNumber() + " without words" : words;
    }

    private static <T> Stream<T> orEmpty(List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
