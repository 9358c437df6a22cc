// SPDX-License-Identifier: Apache-2.0
/** What the message broker tells about its queues. */
package io.acornhub.operations.internal.broker;
