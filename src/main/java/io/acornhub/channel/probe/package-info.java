// SPDX-License-Identifier: Apache-2.0
/** Trying a connection by hand: each step by itself, with what was found and what to do; no document moves. */
@NamedInterface("probe")
package io.acornhub.channel.probe;

import org.springframework.modulith.NamedInterface;
