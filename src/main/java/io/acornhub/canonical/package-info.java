// SPDX-License-Identifier: Apache-2.0
/**
 * The documents the hub speaks, the same whatever format they came in or leave in: records that know nothing but Java. Their
 * JSON has a published schema in {@code edi-mappings/canonical}.
 */
@ApplicationModule(allowedDependencies = {})
package io.acornhub.canonical;

import org.springframework.modulith.ApplicationModule;
