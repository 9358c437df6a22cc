// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.routing.WorkMessage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * First stage: the raw bytes go to the archive and a row says so, before anything is read and before the file is taken away.
 * A claimed file is called {@code <claim id>~<name>}; the claim id is the ingress key, so a pick-up that a crash cut off
 * finds its own row again and makes no second one.
 */
@Component("receiving")
public class Receiving {
    private static final Pattern CLAIMED = Pattern.compile("([0-9A-Z]{26})~(.*)", Pattern.DOTALL);
    private final Archive archive;
    private final Intake intake;

    public Receiving(Archive archive, Intake intake) {
        this.archive = archive;
        this.intake = intake;
    }

    /** The name under which a file is claimed; one that was claimed before and given back keeps its claim id. */
    public String claim(Exchange exchange) {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        return CLAIMED.matcher(name).matches() ? name : HubId.next() + "~" + name;
    }

    /** Takes a claimed file in; headers say from whom: AcornDirection, AcornSide, AcornCounterpart, AcornChannel. */
    public WorkMessage file(Exchange exchange) throws IOException {
        Path path = exchange.getMessage().getBody(File.class).toPath();
        Matcher claimed = CLAIMED.matcher(path.getFileName().toString());
        if (!claimed.matches()) {
            throw new IllegalStateException("file was not claimed: " + path.getFileName());
        }
        Intake.Origin origin = origin(exchange);
        Optional<Interchange> known = intake.known(origin, claimed.group(1));
        if (known.isPresent()) {
            return WorkMessage.ofInterchange(known.get().id());
        }
        try (InputStream bytes = Files.newInputStream(path)) {
            return intake.take(origin, claimed.group(1), claimed.group(2), archive.store(bytes)).message();
        }
    }

    /** What the headers of a source say of where its bytes come from. */
    public static Intake.Origin origin(Exchange exchange) {
        return new Intake.Origin(exchange.getMessage().getHeader("AcornDirection", String.class),
            Interchange.Side.valueOf(exchange.getMessage().getHeader("AcornSide", String.class)),
            exchange.getMessage().getHeader("AcornCounterpart", String.class),
            exchange.getMessage().getHeader("AcornChannel", String.class));
    }
}
