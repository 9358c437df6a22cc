// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import io.acornhub.archive.Archive;
import io.acornhub.archive.internal.DiskArchive;
import io.acornhub.channel.Certificates;
import io.acornhub.interchange.As2Messages;
import io.acornhub.interchange.As2Strays;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.FaultLog;
import io.acornhub.interchange.Interchanges;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.Deadlines;
import io.acornhub.lifecycle.GroupAcknowledgments;
import io.acornhub.lifecycle.OrderCopies;
import io.acornhub.lifecycle.OrderDoors;
import io.acornhub.lifecycle.OrderOverview;
import io.acornhub.lifecycle.StageFailures;
import io.acornhub.lifecycle.StrayAcknowledgments;
import io.acornhub.lifecycle.Tasks;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Secrets;
import io.acornhub.partner.internal.ConfigurationReader;
import io.acornhub.routing.CertificateCalendar;
import io.acornhub.routing.Interventions;
import io.acornhub.sellingpartner.Settlements;
import io.acornhub.sellingpartner.Submissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The doors of the hub with one small route behind them. Not a @Configuration, so that the scan of the real hub passes it by. */
@EnableAutoConfiguration
@ComponentScan({"io.acornhub.operations", "io.acornhub.sellingpartner"})
@Import({As2Messages.class, As2Strays.class, Interchanges.class, Documents.class, FaultLog.class, Alarms.class,
    Deadlines.class, Tasks.class, GroupAcknowledgments.class, StageFailures.class,
    StrayAcknowledgments.class, OrderOverview.class, OrderDoors.class, OrderCopies.class, Submissions.class, Settlements.class})
public class OperationsTestHub {

    /** Remembers what it was asked to do; a document whose id ends with X cannot be changed. */
    static class Recorder implements Interventions {
        final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public Outcome release(String documentId, String who, String reason) {
            return note("release " + documentId + " " + who + " " + reason);
        }

        @Override
        public Outcome drop(String documentId, String who, String reason) {
            return note("drop " + documentId + " " + who + " " + reason);
        }

        @Override
        public Outcome replay(String subject, String who) {
            return note("replay " + subject + " " + who);
        }

        @Override
        public Outcome resend(String documentId, boolean newNumbers, String who, String reason) {
            return note("resend " + documentId + " " + newNumbers + " " + who + " " + reason);
        }

        @Override
        public Outcome arrived(String documentId, String who, String reason) {
            return note("arrived " + documentId + " " + who + " " + reason);
        }

        private Outcome note(String what) {
            asked.add(what);
            return new Outcome(!what.contains("nothing"), what.contains("nothing") ? "There is nothing to do." : "Done.");
        }
    }

    @Bean
    Secrets secrets(@Value("${acorn.data}") Path data, Environment environment) {
        return new Secrets(data, environment::getProperty);
    }

    @Bean
    CertificateCalendar certificateCalendar(Configuration configuration, Secrets secrets, @Value("${acorn.data}") Path data, Clock clock) {
        return new CertificateCalendar(configuration, new Certificates(secrets, data), clock);
    }

    @Bean
    Recorder interventions() {
        return new Recorder();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Archive archive() throws IOException {
        return new DiskArchive(Files.createTempDirectory("archive"));
    }

    @Bean
    Configuration hubConfiguration() throws IOException {
        return new ConfigurationReader(Path.of("config"), name -> null);
    }

    @Bean
    RouteBuilder route() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("activemq6:queue:hub.inbound.translate").routeId("inbound-translate")
                    .routeDescription("Translates what came in").autoStartup(false)
                    .choice().when(header("ok")).to("log:ok").id("note-ok").otherwise().to("log:other").id("note-other");
            }
        };
    }
}
