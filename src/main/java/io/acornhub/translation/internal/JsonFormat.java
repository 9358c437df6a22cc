// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;

/** FreeMarker's output format for JSON: whatever a template prints is escaped for the inside of a JSON string. */
final class JsonFormat extends CommonMarkupOutputFormat<JsonFormat.Text> {
    static final JsonFormat INSTANCE = new JsonFormat();
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonFormat() {
    }

    @Override
    public String getName() {
        return "JSON";
    }

    @Override
    public String getMimeType() {
        return "application/json";
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                out.write(text, written, i - written);
                written = i + 1;
                writeEscaped(c, out);
            }
        }
        out.write(text, written, text.length() - written);
    }

    private static void writeEscaped(char c, Writer out) throws IOException {
        out.write('\\');
        if (c >= ' ') {
            out.write(c);
        } else {
            out.write("u00");
            out.write(HEX[c >> 4]);
            out.write(HEX[c & 15]);
        }
    }

    @Override
    public String escapePlainText(String text) {
        java.io.StringWriter escaped = new java.io.StringWriter(text.length() + 8);
        try {
            output(text, escaped);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return escaped.toString();
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtIn) {
        return "json_string".equals(builtIn);
    }

    @Override
    protected Text newTemplateMarkupOutputModel(String plain, String markup) {
        return new Text(plain, markup);
    }

    /** A piece of finished JSON, such as the value of a captured block. */
    static final class Text extends CommonTemplateMarkupOutputModel<Text> {
        Text(String plain, String markup) {
            super(plain, markup);
        }

        @Override
        public JsonFormat getOutputFormat() {
            return INSTANCE;
        }
    }
}
