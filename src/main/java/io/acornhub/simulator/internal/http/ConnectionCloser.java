// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Hands the servlet what the servlet API has no word for: to close the connection without an answer. */
final class ConnectionCloser extends ValveBase {
    static final String ATTRIBUTE = ConnectionCloser.class.getName();

    ConnectionCloser() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable closer = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("closed on purpose"));
        request.setAttribute(ATTRIBUTE, closer);
        getNext().invoke(request, response);
    }
}
