// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The {@code acorn.selling-partner.*} settings of what is posted; each is explained in {@code config/application.yaml}. Amazon
 * reports a Failure within 15 minutes and shows results within 30 (facts, section 5.5).
 *
 * @param looks after posting, when it is asked what became of it
 * @param assumedAfter without a Failure by then it counts as accepted
 * @param postingGrace an answer to a POST that has not come by then will not come
 * @param unknownAfter of an unknown outcome: how long before it is looked for
 * @param unknownInvoiceAfter the same of an invoice, which must not be sent twice
 * @param proveEvery first pause between two independent reads; it doubles up to {@code proveSeldom}
 * @param proveFor how long after posting independent reads are tried
 * @param outageFor how long posting is tried while the API cannot be reached; then the document is parked
 * @param statusEvery how often changed statuses of orders are read
 * @param statusAgain how often those of the last seven days are read once more, since Amazon shows changes late
 * @param settlementEvery how often changed invoices are read
 * @param together so many that are due are looked for together rather than one by one
 */
@ConfigurationProperties("acorn.selling-partner")
public record SubmissionSettings(@DefaultValue({"PT1M", "PT5M", "PT15M", "PT30M"}) List<Duration> looks,
                                 @DefaultValue("PT15M") Duration assumedAfter, @DefaultValue("PT5M") Duration postingGrace,
                                 @DefaultValue("PT1M") Duration unknownAfter, @DefaultValue("PT15M") Duration unknownInvoiceAfter,
                                 @DefaultValue("PT15M") Duration proveEvery, @DefaultValue("PT6H") Duration proveSeldom,
                                 @DefaultValue("P3D") Duration proveFor, @DefaultValue("P7D") Duration outageFor,
                                 @DefaultValue("PT10M") Duration statusEvery, @DefaultValue("PT6H") Duration statusAgain,
                                 @DefaultValue("PT30M") Duration settlementEvery,
                                 @DefaultValue("20") int together) {

    /** The first look after a moment; null when all of them are over. */
    public Instant lookAfter(Instant posted, Instant now) {
        return looks.stream().map(posted::plus).filter(t -> t.isAfter(now)).min(Instant::compareTo).orElse(null);
    }

    /** The next independent read of something that was posted and read so often; null when none is tried any more. */
    public Instant proofAfter(Instant posted, Instant now, int reads) {
        if (now.isAfter(posted.plus(proveFor))) {
            return null;
        }
        long pause = proveEvery.toSeconds() << Math.min(reads, 12);
        return now.plusSeconds(Math.min(pause, proveSeldom.toSeconds()));
    }
}
