// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.core.Environment;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers print as plain decimals without trailing zeros: 12.5, 300, never 1.2E+1 and never with a thousands separator. */
final class PlainNumbers extends TemplateNumberFormatFactory {
    static final PlainNumbers INSTANCE = new PlainNumbers();

    private static final TemplateNumberFormat FORMAT = new TemplateNumberFormat() {
        @Override
        public String formatToPlainText(TemplateNumberModel model) throws TemplateModelException {
            Number number = model.getAsNumber();
            return number instanceof BigDecimal decimal ? plain(decimal) : plain(new BigDecimal(number.toString()));
        }

        @Override
        public boolean isLocaleBound() {
            return false;
        }

        @Override
        public String getDescription() {
            return "plain decimal";
        }
    };

    private PlainNumbers() {
    }

    static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    @Override
    public TemplateNumberFormat get(String params, Locale locale, Environment env) {
        return FORMAT;
    }
}
