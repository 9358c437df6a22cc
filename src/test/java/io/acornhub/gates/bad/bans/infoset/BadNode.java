// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans.infoset;

import org.w3c.dom.Document;

/** A tree that is another library's. */
public class BadNode {
    Document document;
}
