// SPDX-License-Identifier: Apache-2.0
/** Whether the other sides can be reached: what fails is counted, said once and, after a while, an alarm. */
package io.acornhub.routing.internal.watch;
