// SPDX-License-Identifier: Apache-2.0
/** AS2 messages that come in and go out, with their receipts: nothing is answered before it is archived and committed. */
package io.acornhub.routing.internal.as2;
