// SPDX-License-Identifier: Apache-2.0
/** What runs out on a day, and who is told how long before. */
package io.acornhub.routing.internal.calendar;
