// SPDX-License-Identifier: Apache-2.0
/** AS2 (RFC 4130) on bytes: messages, their protection and the receipts for them; no network, no database. */
@NamedInterface("as2")
package io.acornhub.channel.as2;

import org.springframework.modulith.NamedInterface;
