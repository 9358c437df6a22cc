// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.Template;
import io.acornhub.translation.Bundle;

/**
 * A bundle whose files are read, parsed and ready.
 *
 * @param template null where the bundle has none
 * @param grammar what its reader or writer needs: the set's grammar for X12, the layouts for IDocs, the {@link BodySchema} of
 *                what writes JSON
 */
public record CompiledBundle(Bundle bundle, Template template, Object grammar) {
}
