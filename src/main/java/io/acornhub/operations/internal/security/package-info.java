// SPDX-License-Identifier: Apache-2.0
/** The login, and what Hawtio and Jolokia may do. */
package io.acornhub.operations.internal.security;
