// SPDX-License-Identifier: Apache-2.0
/** The hub's own tables at a start. */
package io.acornhub.operations.internal.schema;
