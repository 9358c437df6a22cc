// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.http;

import org.apache.camel.Message;
import org.apache.camel.http.common.HttpMessage;

/**
 * The network address that a post came from, to be shown only. Asked of the request itself: an expression of the route would examine
 * the classes of the request anew for each post, which cost a fifth of taking an AS2 message.
 */
public final class SenderAddress {
    private SenderAddress() {
    }

    /** Empty where the message is no post. */
    public static String of(Message message) {
        String address = message instanceof HttpMessage post && post.getRequest() != null ? post.getRequest().getRemoteAddr() : null;
        return address == null ? "" : address;
    }
}
