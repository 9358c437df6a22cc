// SPDX-License-Identifier: Apache-2.0
/** What must hold between {@code config/} and what it names: bundles, templates, folders, secrets, certificates, other partners. */
package io.acornhub.routing.internal.checks;
