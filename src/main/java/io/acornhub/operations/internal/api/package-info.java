// SPDX-License-Identifier: Apache-2.0
/** The REST API: thin controllers over the stores of interchange. */
package io.acornhub.operations.internal.api;
