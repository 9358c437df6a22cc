// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.acornhub.canonical.CanonicalDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * Canonical documents as JSON text, always the same text for the same document: members in the order of the records, numbers
 * as plain decimals without trailing zeros, days as CCYY-MM-DD, nothing that is null or empty.
 */
public final class CanonicalJson {
    private static final JsonMapper MAPPER = mapper();

    private CanonicalJson() {
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainDecimal()))
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
        mapper.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull);
        return mapper;
    }

    /** @throws JsonProcessingException where the text is not JSON or does not fit the record; the path is in the exception */
    public static <T extends CanonicalDocument> T read(String json, Class<T> record) throws JsonProcessingException {
        return MAPPER.readValue(json, record);
    }

    public static String write(CanonicalDocument document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts, numbers and days always has a JSON form", e);
        }
    }

    /** Any JSON text as a tree. */
    public static JsonNode tree(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    /** The document as a tree of the members and types that {@link #write} gives. */
    public static JsonNode tree(CanonicalDocument document) {
        return MAPPER.valueToTree(document);
    }

    /**
     * The record of what a template wrote: every value may be a text, and members that are null, blank or hold nothing are
     * left out.
     */
    public static <T extends CanonicalDocument> T bind(String written, Class<T> record) throws JsonProcessingException {
        try (JsonParser parser = filtered(written)) {
            T document = MAPPER.readValue(parser, record);
            if (document == null) {
                throw MismatchedInputException.from(parser, record, "the document is empty");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    /** The tree of what a template wrote, every value as it stands there; members that are null, blank or hold nothing are left out. */
    public static JsonNode filled(String written) throws JsonProcessingException {
        try (JsonParser parser = filtered(written)) {
            JsonNode tree = MAPPER.readTree(parser);
            return tree == null || tree.isMissingNode() ? MAPPER.createObjectNode() : tree;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    private static JsonParser filtered(String written) throws IOException {
        return new FilteringParserDelegate(MAPPER.createParser(written), new NotEmpty(), TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true);
    }

    private static final class NotEmpty extends TokenFilter {
        @Override
        public boolean includeValue(JsonParser parser) throws IOException {
            return !parser.getText().isBlank();
        }

        @Override
        public boolean includeNull() {
            return false;
        }

        @Override
        public boolean includeEmptyArray(boolean contentsFiltered) {
            return false;
        }

        @Override
        public boolean includeEmptyObject(boolean contentsFiltered) {
            return false;
        }
    }

    private static final class PlainDecimal extends JsonSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.signum() == 0 ? BigDecimal.ZERO : plain(value.stripTrailingZeros()));
        }

        /** 3E+2 would be written so; 300 is meant. */
        private static BigDecimal plain(BigDecimal stripped) {
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }
}
