// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.FirstMatchTemplateConfigurationFactory;
import freemarker.cache.TemplateLoader;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import io.acornhub.translation.Bundle;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The templates of one bundle. What a template writes is known by its name: {@code *.json.ftl} and {@code *.xml.ftl}, and
 * everything it prints is escaped for that. Templates see their bundle's files only, and no Java.
 */
final class BundleTemplates {
    private static final Map<String, TemplateMethodModelEx> FUNCTIONS = Functions.all();

    private static final Pattern INDENTATION = Pattern.compile("(?m)^[ \t]+");

    private final Bundle bundle;
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    BundleTemplates(Bundle bundle) {
        this.bundle = bundle;
        configuration.setTemplateLoader(new BundleLoader());
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setLocalizedLookup(false);
        configuration.setLocale(Locale.ROOT);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setRegisteredCustomOutputFormats(List.of(JsonFormat.INSTANCE));
        configuration.setCustomNumberFormats(Map.of("plain", PlainNumbers.INSTANCE));
        configuration.setNumberFormat("@plain");
        configuration.setTemplateConfigurations(new FirstMatchTemplateConfigurationFactory(
            written("*.json.ftl", JsonFormat.INSTANCE), written("*.xml.ftl", XMLOutputFormat.INSTANCE))
            .noMatchErrorDetails("a template must be called *.json.ftl or *.xml.ftl, for what it writes"));
        FUNCTIONS.forEach(configuration::setSharedVariable);
    }

    private static ConditionalTemplateConfigurationFactory written(String names, OutputFormat format) {
        TemplateConfiguration settings = new TemplateConfiguration();
        settings.setOutputFormat(format);
        return new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher(names), settings);
    }

    /** @throws CompileException naming file, line and reason */
    Template compile(String name) throws CompileException {
        try {
            return configuration.getTemplate(name);
        } catch (ParseException e) {
            throw new CompileException(bundle.file(name) == null ? name : e.getTemplateName(), e.getLineNumber(),
                e.getEditorMessage(), e);
        } catch (IOException e) {
            throw new CompileException(name, 1, e.getMessage(), e);
        }
    }

    /** Reads the bundle's files, an overlay's before its base's. */
    private final class BundleLoader implements TemplateLoader {
        @Override
        public Object findTemplateSource(String name) {
            return bundle.file(name);
        }

        @Override
        public long getLastModified(Object source) {
            return 0;
        }

        /** Indentation means nothing in JSON and XML; without it there is a third less to write and to read again. */
        @Override
        public Reader getReader(Object source, String encoding) throws IOException {
            return new StringReader(INDENTATION.matcher(Files.readString((Path) source)).replaceAll(""));
        }

        @Override
        public void closeTemplateSource(Object source) {
            // getReader's reader is closed by FreeMarker; a path holds nothing
        }
    }
}
