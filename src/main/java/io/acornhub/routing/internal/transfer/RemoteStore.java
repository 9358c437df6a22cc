// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** A server of others while the hub is logged in to it. Every method throws an {@link IOException} where the server will not. */
interface RemoteStore extends Closeable {

    /** Writes a file, over one of that name. */
    void put(String path, InputStream bytes) throws IOException;

    /** Bytes of the file; empty where there is none of that name. */
    OptionalLong size(String path) throws IOException;

    void rename(String from, String to) throws IOException;

    void delete(String path) throws IOException;

    @Override
    void close();
}
