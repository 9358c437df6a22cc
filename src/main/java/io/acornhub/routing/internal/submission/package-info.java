// SPDX-License-Identifier: Apache-2.0
/** Documents that leave by the Selling Partner API: posting them, finding out what became of them, proving it. */
package io.acornhub.routing.internal.submission;
