// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;

/** Fetches a presigned address, as the client of a storage service does. */
record Download(int status, String encoding, byte[] bytes) {

    /** @param token sent along where it is not null, which is wrong */
    static Download of(String address, String token) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).GET();
        if (token != null) {
            request.header("x-amz-access-token", token);
        }
        try {
            HttpResponse<byte[]> response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Download(response.statusCode(), response.headers().firstValue("content-encoding").orElse(null), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    byte[] unpacked() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
}
