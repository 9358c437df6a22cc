// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.CanonicalJson;
import io.acornhub.translation.CanonicalSchemas;
import java.util.List;

/** What a template wrote, made into the one deterministic text of its canonical document, and checked. */
public final class CanonicalDocuments {
    private final CanonicalSchemas schemas;

    public CanonicalDocuments(CanonicalSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * Empty members are dropped, texts become the numbers and days the record has, and the JSON Schema is asked.
     *
     * @throws MappingFault TEMPLATE_ERROR for text that is no JSON, CANONICAL_INVALID for JSON that is no such document
     */
    public String normalised(Bundle bundle, String written) {
        JsonNode document = document(bundle, written);
        refuse(bundle, schemas.check(bundle.canonical(), document));
        return document.toString();
    }

    private static JsonNode document(Bundle bundle, String written) {
        try {
            return CanonicalJson.tree(CanonicalJson.bind(written, bundle.canonical().record()));
        } catch (StreamReadException e) {
            throw noJson(bundle, written, e);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof StreamReadException cause) {
                throw noJson(bundle, written, cause);
            }
            String path = path(e);
            String value = e instanceof InvalidFormatException format ? String.valueOf(format.getValue()) : null;
            throw new MappingFault(Fault.onPath(FaultCode.CANONICAL_INVALID, path, value, bundle.id() + ": " + path
                + " does not fit " + bundle.canonical().title() + ": " + e.getOriginalMessage()), e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static MappingFault noJson(Bundle bundle, String written, StreamReadException e) {
        return new MappingFault(Fault.onPath(FaultCode.TEMPLATE_ERROR, null, null, bundle.id() + " -> " + nearby(written, e)
            + ": " + bundle.template() + " writes no JSON: " + e.getOriginalMessage()), e);
    }

    /** @throws MappingFault CANONICAL_INVALID where the text is not such a document */
    public void check(Bundle bundle, String canonicalJson) {
        try {
            List<Fault> faults = schemas.check(bundle.canonical(), CanonicalJson.tree(canonicalJson));
            refuse(bundle, faults);
        } catch (JsonProcessingException e) {
            throw new MappingFault(Fault.of(FaultCode.CANONICAL_INVALID,
                bundle.id() + ": the canonical document is not JSON: " + e.getOriginalMessage()), e);
        }
    }

    private static void refuse(Bundle bundle, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new MappingFault(faults.stream()
                .map(f -> Fault.onPath(f.code(), f.element(), f.value(), bundle.id() + ": " + f.text())).toList());
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() > 0 ? "." : "").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String nearby(String written, StreamReadException e) {
        int at = (int) Math.min(written.length(), Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getCharOffset()));
        String target = TargetPath.ofJson(written.substring(0, at));
        return target.isEmpty() ? "(top)" : target;
    }
}
