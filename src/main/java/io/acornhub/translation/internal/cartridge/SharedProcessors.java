// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import java.lang.ref.SoftReference;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.daffodil.japi.Daffodil;
import org.apache.daffodil.japi.DataProcessor;
import org.apache.daffodil.japi.Diagnostic;
import org.apache.daffodil.japi.ProcessorFactory;
import org.apache.daffodil.japi.ValidationMode;
import org.smooks.cartridges.dfdl.DataProcessorFactory;
import org.smooks.cartridges.dfdl.DfdlSchema;
import org.smooks.cartridges.dfdl.DfdlSmooksException;

/**
 * Gives the cartridge compiled schemas, each compiled once as long as an engine uses it or memory is not short. The cartridge's
 * own factory compiles a schema again for every Smooks instance, which takes seconds. Smooks makes instances of this class by
 * its name.
 */
public final class SharedProcessors extends DataProcessorFactory {
    /** Characters that a pattern of a schema can match at most; tags of segments need three. */
    private static final String PATTERN_ROOM = "65536";
    // a schema's file never changes, see SchemaFiles, so its URI is enough of a key
    private static final Map<URI, SoftReference<DataProcessor>> COMPILED = new ConcurrentHashMap<>();

    static DataProcessor of(URI schema) {
        return compiled(new DfdlSchema(schema, ValidationMode.Off, false, false, null, null, false));
    }

    @Override
    protected DataProcessor compileOrGet(DfdlSchema schema) {
        return compiled(schema);
    }

    private static DataProcessor compiled(DfdlSchema schema) {
        DataProcessor[] processor = new DataProcessor[1];
        COMPILED.compute(schema.getUri(), (uri, known) -> {
            processor[0] = known == null ? null : known.get();
            if (processor[0] != null) {
                return known;
            }
            processor[0] = compile(schema);
            return new SoftReference<>(processor[0]);
        });
        return processor[0];
    }

    /** As the cartridge compiles, but with a smaller room for patterns: each thread holds it for each schema for good. */
    private static DataProcessor compile(DfdlSchema schema) {
        try {
            ProcessorFactory factory = Daffodil.compiler().withTunable("maximumRegexMatchLengthInCharacters", PATTERN_ROOM)
                .compileSource(schema.getUri());
            refuse(schema, factory.isError(), factory.getDiagnostics());
            DataProcessor processor = factory.onPath("/");
            refuse(schema, processor.isError(), processor.getDiagnostics());
            return processor.withValidationMode(ValidationMode.Off);
        } catch (Error | DfdlSmooksException e) {
            throw e;
        } catch (Throwable e) {
            // Daffodil throws checked exceptions past the compiler
            throw new DfdlSmooksException("the DFDL schema " + schema.getUri() + " does not compile: " + e.getMessage(), e);
        }
    }

    private static void refuse(DfdlSchema schema, boolean wrong, List<Diagnostic> diagnostics) {
        if (wrong) {
            throw new DfdlSmooksException("the DFDL schema " + schema.getUri() + " does not compile: "
                + diagnostics.stream().map(Diagnostic::getMessage).collect(Collectors.joining("; ")));
        }
    }
}
