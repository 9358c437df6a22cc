// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.routing.WorkMessage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * First stage: the raw bytes go to the archive and a row says so, before anything is read and before the file is taken away.
 * A claimed file is called {@code <claim id>~<name>}; the claim id is the ingress key, so a pick-up that a crash cut off
 * finds its own row again and makes no second one.
 */
@Component("receiving")
public class Receiving {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final Pattern CLAIMED = Pattern.compile("([0-9A-Z]{26})~(.*)", Pattern.DOTALL);
    private final Archive archive;
    private final Interchanges interchanges;
    private final TransactionTemplate transaction;

    public Receiving(Archive archive, Interchanges interchanges, TransactionTemplate transaction) {
        this.archive = archive;
        this.interchanges = interchanges;
        this.transaction = transaction;
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
        String key = exchange.getMessage().getHeader("AcornChannel", String.class) + "/" + claimed.group(1);
        Optional<Interchange> known = interchanges.ofIngress(key);
        if (known.isPresent()) {
            return WorkMessage.ofInterchange(known.get().id());
        }
        try (InputStream bytes = Files.newInputStream(path)) {
            return store(exchange, key, claimed.group(2), archive.store(bytes));
        }
    }

    private WorkMessage store(Exchange exchange, String key, String name, Archive.Entry entry) {
        String id = HubId.next();
        String counterpart = exchange.getMessage().getHeader("AcornCounterpart", String.class);
        Interchange row = new Interchange(id, exchange.getMessage().getHeader("AcornDirection", String.class),
            Interchange.Side.valueOf(exchange.getMessage().getHeader("AcornSide", String.class)), counterpart,
            exchange.getMessage().getHeader("AcornChannel", String.class), key, shortened(name), entry.sha256(), entry.size(), 1,
            null, null,
            null, null, null, Interchange.Status.RECEIVED, null, Instant.now(), null, null, 0, null);
        transaction.executeWithoutResult(status -> {
            interchanges.insert(row);
            interchanges.event(id, "receive", "received", "file " + name + ", " + entry.size() + " bytes, SHA-256 " + entry.sha256());
        });
        LOG.info("receive   {} file {} from {}, {} bytes", id, name, counterpart, entry.size());
        return WorkMessage.ofInterchange(id);
    }

    private static String shortened(String name) {
        return name.length() > 255 ? name.substring(0, 255) : name;
    }
}
