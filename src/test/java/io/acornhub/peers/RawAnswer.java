// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP answer as it came over a socket that the other side closes. */
public record RawAnswer(int status, String head, byte[] body) {
    private static final int LONGEST_WAIT_MILLIS = 60_000;
    private static final Pattern LENGTH = Pattern.compile("content-length:\\s*(\\d+)");

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
        String lines = head.substring(head.indexOf("\r\n") + 2);
        return new RawAnswer(Integer.parseInt(head.substring(9, 12)), lines, body(in, lines.toLowerCase(Locale.ROOT)));
    }

    /** Not to the end of the connection where it says how long it is: a server may keep one open that owes it more. */
    private static byte[] body(InputStream in, String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            return in.readNBytes(Integer.parseInt(length.group(1)));
        }
        if (!head.contains("transfer-encoding: chunked")) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            chunks.write(in.readNBytes(size));
            in.readNBytes(2);
        }
        return chunks.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            line.append((char) one);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }
}
