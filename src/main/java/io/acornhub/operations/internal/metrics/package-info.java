// SPDX-License-Identifier: Apache-2.0
/** Figures for Prometheus and for the status of the API. */
package io.acornhub.operations.internal.metrics;
