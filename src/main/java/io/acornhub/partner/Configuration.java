// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import io.acornhub.partner.internal.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What {@code config/} says, read and checked once at start; a broken partner file stops that partner, not the hub. */
public interface Configuration {

    /**
     * Reads the folder {@code config}.
     *
     * @param variables what {@code ${NAME}} in a file stands for, usually environment variables; null if unknown
     */
    static Configuration read(Path config, Function<String, String> variables) throws IOException {
        return new ConfigurationReader(config, variables);
    }

    List<Partner> partners();

    /** Partners whose files are not in use, as far as they can be read: not enabled, or with defects. */
    default List<Partner> drafts() {
        return List.of();
    }

    List<ErpSystem> erpSystems();

    CodeLists codeLists();

    AddressBook addressBook();

    PackSizes packSizes();

    /** Every defect found, each with file and line and what to do. */
    List<String> problems();

    /** The enabled partner with these envelope ids; qualifiers and ids without padding. */
    Optional<Partner> partnerOf(String senderQualifier, String senderId, String receiverQualifier, String receiverId);

    /** The same with those agreements only that hold at that time, by each partner's calendar. */
    default Configuration on(Instant at) {
        return new DatedConfiguration(this, at);
    }

    default Optional<Partner> partner(String name) {
        return partners().stream().filter(p -> p.name().equals(name)).findFirst();
    }

    default Optional<ErpSystem> erpSystem(String name) {
        return erpSystems().stream().filter(e -> e.name().equals(name)).findFirst();
    }
}
