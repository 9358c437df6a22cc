// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.idoc.IdocSlice;
import java.io.IOException;

/** Goes through a file from IDoc to IDoc, holding no more than one. */
public interface Slicer {
    /** The next IDoc's place, null at the end of the file. */
    IdocSlice next() throws IOException;

    /** The bytes of the IDoc {@link #next()} stopped at; empty if the slicer was told not to keep them. */
    byte[] bytes();
}
