// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.SetGrammar;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.interchange.PartnerFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.daffodil.japi.DataProcessor;
import org.apache.daffodil.japi.Diagnostic;
import org.apache.daffodil.japi.ValidationMode;
import org.smooks.FilterSettings;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.api.resource.config.ResourceConfig;
import org.smooks.cartridges.dfdl.DfdlSmooksException;
import org.smooks.cartridges.dfdl.parser.DfdlParser;
import org.smooks.cartridges.edi.parser.EdiParser;
import org.smooks.engine.resource.config.DefaultResourceConfig;
import org.smooks.io.sink.StringSink;
import org.smooks.io.source.StringSource;
import org.xml.sax.InputSource;

/**
 * Reads and writes X12 with smooks-edi-cartridge over a DFDL schema: for bundles that want it ({@code reader: cartridge}), and as
 * the measure of the hub's own engine. It judges structure only, and the first thing it cannot place ends it. Safe for use by
 * many threads.
 */
public final class CartridgeEngine {
    private static final Pattern WRAPPER = Pattern.compile("name=\"(\\w+)" + DfdlGenerator.REPEATED + "\"");

    private final DataProcessor processor;
    private final Smooks smooks;
    private final Set<String> repeatable;

    private CartridgeEngine(Path schema) {
        try {
            repeatable = repeatable(Files.readString(schema));
            processor = SharedProcessors.of(schema.toFile().toURI());
        } catch (IOException e) {
            throw new MappingFault(Fault.of(FaultCode.TEMPLATE_ERROR, "the DFDL schema " + schema + " cannot be read: "
                + e.getMessage()), e);
        } catch (DfdlSmooksException e) {
            throw new MappingFault(Fault.of(FaultCode.TEMPLATE_ERROR, e.getMessage()), e);
        }
        smooks = new Smooks();
        smooks.setFilterSettings(FilterSettings.newSaxNgSettings().setDefaultSerializationOn(false));
        smooks.addResourceConfig(unparser(schema));
    }

    private static Set<String> repeatable(String schema) {
        return WRAPPER.matcher(schema).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    /** As {@code <edi:unparser unparseOnNode="*"/>}, which cannot name another factory than its own. */
    private static ResourceConfig unparser(Path schema) {
        ResourceConfig config = new DefaultResourceConfig("*", new Properties());
        config.setResourceType("edi");
        config.setParameter("dataProcessorFactory", SharedProcessors.class.getName());
        // a path: the cartridge looks for file: URIs on the class path
        config.setParameter("schemaUri", schema.toString());
        return config;
    }

    /** Over a schema of one's own that has the infoset of {@link DfdlGenerator}; compiles it if that was not done before. */
    public static CartridgeEngine of(Path schema) {
        return new CartridgeEngine(schema.toAbsolutePath().normalize());
    }

    /** Over the schema of that grammar, which is generated into the folder. Compiling takes seconds. */
    public static CartridgeEngine of(SetGrammar grammar, Path cacheFolder) {
        try {
            return of(new SchemaFiles(cacheFolder).schema(grammar));
        } catch (IOException e) {
            throw new MappingFault(Fault.of(FaultCode.TEMPLATE_ERROR,
                "the DFDL schema of " + grammar + " cannot be written to " + cacheFolder + ": " + e.getMessage()), e);
        }
    }

    /**
     * The trees of all interchanges in the bytes, one node Interchange each.
     *
     * @throws PartnerFault with the segment that could not be placed
     */
    public List<Node> parse(byte[] bytes) {
        int start = start(bytes);
        InfosetTrees trees = new InfosetTrees();
        ExecutionContext execution = smooks.createExecutionContext();
        EdiParser parser = new Parser(processor);
        parser.setExecutionContext(execution);
        parser.setContentHandler(trees);
        try {
            parser.parse(new InputSource(new ByteArrayInputStream(bytes, start, bytes.length - start)));
        } catch (Exception e) {
            // Daffodil throws checked exceptions past the compiler
            List<Diagnostic> diagnostics = execution.get(DfdlParser.DIAGNOSTICS_TYPED_KEY);
            if (diagnostics != null) {
                throw new PartnerFault(ParseFaults.of(diagnostics, bytes, start), e);
            }
            throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        }
        return trees.interchanges();
    }

    /** Behind a byte order mark and blanks, which the hub's reader passes too. */
    private static int start(byte[] bytes) {
        int at = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF ? 3 : 0;
        while (at < bytes.length && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        return at;
    }

    /**
     * The bytes of an interchange; ISA11 and ISA16 of the tree must be those of the delimiters.
     *
     * @throws MappingFault where the tree is not what the schema describes
     */
    public byte[] unparse(Node interchange, Delimiters delimiters, Charset charset) {
        ExecutionContext execution = smooks.createExecutionContext();
        execution.setContentEncoding(StandardCharsets.ISO_8859_1.name());
        StringSink sink = new StringSink();
        try {
            smooks.filterSource(execution, new StringSource(InfosetText.of(interchange, delimiters, charset, repeatable)), sink);
        } catch (SmooksException e) {
            throw new MappingFault(Fault.of(FaultCode.OUTGOING_INVALID,
                "the interchange cannot be written: " + rootMessage(e)), e);
        }
        return sink.getResult().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String rootMessage(Throwable thrown) {
        Throwable at = thrown;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage()).lines().findFirst().orElse("");
    }

    /** The cartridge's own parser, with a schema that is compiled already. */
    private static final class Parser extends EdiParser {
        Parser(DataProcessor compiled) {
            dataProcessor = compiled;
            resourceConfig = new DefaultResourceConfig();
            validationMode = ValidationMode.Off;
            indent = false;
        }
    }
}
