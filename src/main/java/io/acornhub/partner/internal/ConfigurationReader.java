// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.acornhub.partner.AddressBook;
import io.acornhub.partner.CodeLists;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.PackSizes;
import io.acornhub.partner.Partner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code config/partners}, {@code config/erp} and {@code config/code-lists}. A file that cannot be used is named with
 * line and reason in {@link #problems()} and left out; the others go on.
 */
public final class ConfigurationReader implements Configuration {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationReader.class);
    private final ObjectMapper yaml = YAMLMapper.builder(new YAMLFactory())
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build().registerModule(new JavaTimeModule())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    private final Placeholders placeholders;
    private final List<String> problems = new ArrayList<>();
    private final List<Partner> partners = new ArrayList<>();
    private final List<Partner> broken = new ArrayList<>();
    private final List<ErpSystem> erpSystems = new ArrayList<>();
    private final CodeLists codeLists;
    private final AddressBook addressBook;
    private final PackSizes packSizes;

    /** @param variables what {@code ${NAME}} in a file stands for, usually environment variables; null if unknown */
    public ConfigurationReader(Path config, Function<String, String> variables) throws IOException {
        placeholders = new Placeholders(variables);
        Path lists = config.resolve("code-lists");
        codeLists = CsvCodeLists.read(lists, problems);
        addressBook = ListFiles.addresses(lists, problems);
        packSizes = ListFiles.packSizes(lists, problems);
        for (Path file : yamlFiles(config.resolve("erp"))) {
            read(file, ErpFile.class).ifPresent(f -> accept(file, f));
        }
        for (Path file : yamlFiles(config.resolve("partners"))) {
            read(file, PartnerFile.class).ifPresent(f -> accept(file, f));
        }
    }

    private void accept(Path file, PartnerFile read) {
        if (sound(file, new PartnerCheck(this, placeholders).check(read)) && named(file, read.name())) {
            partners.add(read.partner(placeholders));
        } else {
            try {
                broken.add(read.partner(placeholders));
            } catch (RuntimeException e) {
                LOG.debug("{} cannot be read as a partner, even with its defects", file, e);
            }
        }
    }

    private void accept(Path file, ErpFile read) {
        if (sound(file, read.check(placeholders)) && named(file, read.name())) {
            erpSystems.add(read.system(placeholders));
        }
    }

    private boolean sound(Path file, List<Placed> found) {
        for (Placed place : found) {
            int line = place.pointer().isEmpty() ? 0 : line(file, place.pointer());
            problems.add(file + (line == 0 ? "" : ":" + line) + ": " + place.text());
        }
        return found.isEmpty();
    }

    /** The line of the value, or of what it would stand in. */
    private int line(Path file, String pointer) {
        try {
            String text = Files.readString(file);
            for (String wanted = pointer; !wanted.isEmpty(); wanted = wanted.substring(0, wanted.lastIndexOf('/'))) {
                int line = MisreadPlace.line(wanted, yaml, text);
                if (line > 0) {
                    return line;
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private boolean named(Path file, String name) {
        boolean same = file.getFileName().toString().equals(name + ".yaml");
        if (!same) {
            problems.add(file + ": name is '" + name + "'; the file must be called " + name + ".yaml");
        }
        return same;
    }

    private <T> Optional<T> read(Path file, Class<T> type) {
        try {
            String text = Files.readString(file);
            try {
                return Optional.ofNullable(yaml.readValue(text, type));
            } catch (JacksonException e) {
                problems.add(file + ":" + MisreadPlace.of(e, yaml, text));
            }
        } catch (IOException e) {
            problems.add(file + ": cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @Override
    public List<Partner> partners() {
        return partners.stream().filter(Partner::enabled).toList();
    }

    @Override
    public List<Partner> drafts() {
        return Stream.concat(partners.stream().filter(p -> !p.enabled()), broken.stream().filter(p -> p.name() != null)).toList();
    }

    @Override
    public List<ErpSystem> erpSystems() {
        return erpSystems.stream().filter(ErpSystem::enabled).toList();
    }

    @Override
    public CodeLists codeLists() {
        return codeLists;
    }

    @Override
    public AddressBook addressBook() {
        return addressBook;
    }

    @Override
    public PackSizes packSizes() {
        return packSizes;
    }

    @Override
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public Optional<Partner> partnerOf(String senderQualifier, String senderId, String receiverQualifier, String receiverId) {
        return partners().stream().filter(p -> p.identifiers() != null && p.identifiers().partner().qualifier().equals(senderQualifier)
            && p.identifiers().partner().id().equals(senderId) && p.identifiers().own().qualifier().equals(receiverQualifier)
            && p.identifiers().own().id().equals(receiverId)).findFirst();
    }
}
