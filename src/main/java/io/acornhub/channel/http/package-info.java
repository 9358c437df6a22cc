// SPDX-License-Identifier: Apache-2.0
/** HTTP posts: who may post, signatures of posts, bodies that are bounded, posting and what its outcome says. Keeps no rows. */
@NamedInterface("http")
package io.acornhub.channel.http;

import org.springframework.modulith.NamedInterface;
