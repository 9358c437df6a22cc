// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.CanonicalTree;
import io.acornhub.translation.internal.SourceDocument;
import io.acornhub.translation.internal.TreeReader;
import java.io.IOException;
import org.xml.sax.SAXException;

/**
 * Smooks reader of JSON that is not the hub's own, such as an order of the Selling Partner API: one element {@code json} for
 * the whole text, which must be one JSON object. Templates see it as {@code json}; an array is its members under one name,
 * and null is absent.
 */
public final class JsonTreeReader extends TreeReader {
    public JsonTreeReader() {
        super(CanonicalTree.JSON);
    }

    /** @throws MappingFault JSON_UNREADABLE for what is no JSON object */
    @Override
    protected void read(byte[] input, Call call) throws IOException, SAXException {
        SourceDocument document;
        try {
            document = new SourceDocument(CanonicalTree.JSON, CanonicalTree.read(CanonicalTree.JSON, input), call.context().source());
        } catch (StreamReadException e) {
            throw unreadable(call, e.getOriginalMessage().lines().findFirst().orElse("") + place(e), e);
        } catch (JsonProcessingException e) {
            throw unreadable(call, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreadable(call, e.getMessage(), e);
        }
        found(document);
    }

    private static String place(StreamReadException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")";
    }

    private static MappingFault unreadable(Call call, String why, IOException e) {
        return new MappingFault(Fault.of(FaultCode.JSON_UNREADABLE, call.bundle().bundle().id() + ": the input is not one JSON object: "
            + why + ". Give the bytes as they were received."), e);
    }
}
