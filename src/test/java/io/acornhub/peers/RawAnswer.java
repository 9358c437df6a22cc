// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An HTTP answer as it came over a socket that the other side closes. */
public record RawAnswer(int status, String head, byte[] body) {
    private static final int LONGEST_WAIT_MILLIS = 60_000;

    /** A connection to the host and port of an address, that gives up reading after a minute. */
    public static Socket connect(String url) throws IOException {
        URI uri = URI.create(url);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        return socket;
    }

    /** Sends a request in one piece and reads the answer. */
    public static RawAnswer of(String url, byte[] request) throws IOException {
        try (Socket socket = connect(url)) {
            socket.getOutputStream().write(request);
            return read(socket);
        }
    }

    /** Reads the answer to its end. */
    public static RawAnswer read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("no answer");
            }
            head.append((char) one);
        }
        byte[] body = in.readAllBytes();
        String lines = head.substring(head.indexOf("\r\n") + 2);
        boolean chunked = lines.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new RawAnswer(Integer.parseInt(head.substring(9, 12)), lines, chunked ? unchunked(body) : body);
    }

    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            int size = Integer.parseInt(new String(body, at, end - at, StandardCharsets.US_ASCII).strip(), 16);
            if (size == 0) {
                break;
            }
            all.write(body, end + 2, size);
            at = end + 2 + size + 2;
        }
        return all.toByteArray();
    }
}
