// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.routing.WorkMessage;
import org.apache.camel.Converter;
import org.apache.camel.TypeConverters;
import org.springframework.stereotype.Component;

/** A work message as the JSON text that lies in a queue, and back. */
@Component
@Converter
public class WorkMessages implements TypeConverters {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Converter
    public static String text(WorkMessage message) throws JsonProcessingException {
        return JSON.writeValueAsString(message);
    }

    @Converter
    public static WorkMessage message(String text) throws JsonProcessingException {
        return JSON.readValue(text, WorkMessage.class);
    }
}
