// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where in a file something could not be read, and what is wrong there. The line of the key is looked up in the text again,
 * since Jackson reports the end of the object for everything it buffers to build a record.
 */
final class MisreadPlace {
    private MisreadPlace() {
    }

    /** Line, colon and what is wrong, for example {@code 4: unknown key 'useage'; known here are [name, usage]}. */
    static String of(JacksonException e, ObjectMapper mapper, String text) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return reported(e) + ": " + e.getOriginalMessage();
        }
        int line = line("/" + path(mapping.getPath(), "/"), mapper, text);
        String place = (line == 0 ? reported(e) : line) + ": ";
        if (e instanceof UnrecognizedPropertyException unknown) {
            return place + "unknown key '" + unknown.getPropertyName() + "'"
                + Nearest.hint(unknown.getPropertyName(), unknown.getKnownPropertyIds().stream().map(Object::toString).toList())
                + "; known here are " + unknown.getKnownPropertyIds();
        }
        return place + "'" + path(mapping.getPath(), ".") + "' cannot be used as it stands: " + e.getOriginalMessage();
    }

    private static int reported(JacksonException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    /** The line on which the value begins that a JSON pointer names; 0 where there is none. */
    static int line(String wanted, ObjectMapper mapper, String text) {
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (parser.getParsingContext().pathAsPointer().toString().equals(wanted)) {
                    return parser.currentTokenLocation().getLineNr();
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static String path(List<JsonMappingException.Reference> path, String separator) {
        return path.stream().map(r -> r.getFieldName() != null ? r.getFieldName() : Integer.toString(r.getIndex()))
            .collect(Collectors.joining(separator));
    }
}
