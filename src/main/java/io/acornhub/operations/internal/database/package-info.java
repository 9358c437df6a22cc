// SPDX-License-Identifier: Apache-2.0
/** The hub's own database: its tables at a start, the embedded one's file while it works. */
package io.acornhub.operations.internal.database;
