// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.demo;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.Interchanges;
import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderOverview;
import io.acornhub.partner.Configuration;
import io.acornhub.routing.HubSettings;
import io.acornhub.sellingpartner.Settlements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Plays stories through the hub's own folders and the simulated Amazon. What was played already, by this or an earlier start, is seen
 * in the database and not done again: a file of the same name has an interchange, an order over the API is in the register.
 */
@Component
@ConditionalOnProperty("acorn.demo")
class StoryTeller {
    private static final Logger LOG = LoggerFactory.getLogger("io.acornhub.demo");
    private final HubSettings settings;
    private final Configuration configuration;
    private final Documents documents;
    private final Interchanges interchanges;
    private final OrderOverview orders;
    private final Settlements settlements;
    private final AmazonDesk amazon;

    StoryTeller(HubSettings settings, Configuration configuration, Documents documents, Interchanges interchanges, OrderOverview orders,
                Settlements settlements, AmazonDesk amazon) {
        this.settings = settings;
        this.configuration = configuration;
        this.documents = documents;
        this.interchanges = interchanges;
        this.orders = orders;
        this.settlements = settlements;
        this.amazon = amazon;
    }

    /** Whether it can be played: an order over the API needs the simulated Amazon. */
    boolean playable(Story story) {
        return !story.byApi() || amazon.isHere();
    }

    /** Whether the story has come to its end. */
    boolean ended(Story story) {
        return document(story, story.ends()).isPresent() && (story.ends().settled() == null || settled(story));
    }

    private boolean settled(Story story) {
        List<OrderFigures.InvoiceFigures> invoices = orders.figures(story.partner(), story.order()).invoices();
        return !invoices.isEmpty() && invoices.stream().allMatch(i -> settlements.find(story.partner(), i.number())
            .filter(kept -> story.ends().settled().equals(kept.invoice().status())).isPresent());
    }

    /** One look: feeds the first file that was not fed and whose time has come. */
    void goOn(Story story, Path folder) throws IOException {
        for (int i = 0; i < story.steps().size(); i++) {
            Story.Step step = story.steps().get(i);
            String name = name(folder, step);
            if (done(story, step, name)) {
                continue;
            }
            Optional<Document> awaited = step.when() == null ? Optional.empty() : document(story, step.when());
            if (step.when() == null || awaited.isPresent()) {
                LOG.info("demo      {}. {}", i + 1, step.say());
                String text = StoryText.of(Files.readString(folder.resolve(step.file())), awaited, Instant.now(),
                    configuration.partner(story.partner()).orElseThrow().zone());
                if (step.into().equals(Story.API)) {
                    amazon.place(story.order(), text);
                } else {
                    feed(inbox(story, step), name, text);
                }
            }
            return;
        }
    }

    private boolean done(Story story, Story.Step step, String name) {
        if (step.into().equals(Story.API)) {
            return amazon.placed(story.order()) || orders.find(story.order()).stream().anyMatch(o -> o.partner().equals(story.partner()));
        }
        return !interchanges.select("where file_name = ?", name).isEmpty() || Files.exists(inbox(story, step).resolve(name));
    }

    private static String name(Path folder, Story.Step step) {
        return folder.getFileName() + "-" + step.file();
    }

    /** The order's document of that type and state; none while there is none. */
    private Optional<Document> document(Story story, Story.When when) {
        return documents.select("where canonical_type = ? and state = ? and id in (select document_id from document_key "
            + "where key_value = ? and kind = 'purchase order') order by id", when.document(), when.state().name(), story.order())
            .stream().findFirst();
    }

    private Path inbox(Story story, Story.Step step) {
        String folder = step.into().equals("partner")
            ? configuration.partner(story.partner()).orElseThrow().channels().stream().filter(c -> c.type().equals("folder")).findFirst()
                .orElseThrow().settings().get("inbox")
            : configuration.erpSystem(step.into()).orElseThrow().settings().get("inbox");
        return settings.inData(folder);
    }

    /** Puts a file into a folder in one step. */
    private static void feed(Path folder, String name, String content) throws IOException {
        Path part = Files.writeString(Files.createDirectories(folder).resolve(name + ".part"), content);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
