// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import java.util.List;

/** Layout files that cannot be used; every problem names its file, what is wrong and what is expected. */
public final class IdocLayoutException extends RuntimeException {
    private final transient List<String> problems;

    public IdocLayoutException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
