// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Secrets where they are kept, {@code env:NAME} or {@code file:PATH}, read anew each time, so that they can be replaced while the
 * hub runs. They are never logged.
 */
public final class Secrets {
    private static final String VARIABLE = "env:";
    private static final String FILE = "file:";
    private final Path data;
    private final Function<String, String> variables;

    /**
     * @param data what a relative path lies in
     * @param variables environment variables by name; null for one that is not set
     */
    public Secrets(Path data, Function<String, String> variables) {
        this.data = data;
        this.variables = variables;
    }

    /**
     * @param reference {@code env:NAME} or {@code file:PATH}
     * @throws MissingSecret says where it was looked for, never what stands there
     */
    public String read(String reference) {
        String value = reference.startsWith(VARIABLE) ? variables.apply(reference.substring(VARIABLE.length()))
            : file(data.resolve(reference.substring(FILE.length())));
        if (value == null) {
            throw new MissingSecret("the environment variable " + reference.substring(VARIABLE.length()) + " is not set");
        }
        if (value.isBlank()) {
            throw new MissingSecret(reference + " is empty");
        }
        return value.strip();
    }

    private static String file(Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new MissingSecret("there is no file " + path);
        } catch (IOException e) {
            throw new MissingSecret("the file " + path + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** A secret that is not where it should be. */
    public static final class MissingSecret extends RuntimeException {
        MissingSecret(String where) {
            super(where);
        }
    }
}
