// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The code lists of {@code config/code-lists/*.csv}: one file a concept, one column a format, the first column
 * {@code canonical}. Lists of a partner or ERP system (a folder of its name) go before the common ones, row by row.
 */
public interface CodeLists {
    /** The canonical code for a format's code; empty where the list has no such row. */
    Optional<String> toCanonical(String list, String format, String code, String... owners);

    /** The format's code for a canonical one; the first row wins where several map to it. */
    Optional<String> fromCanonical(String list, String format, String canonical, String... owners);

    boolean exists(String list);

    /** Every row by its columns, for lists that one code does not tell apart, such as dated rates; the owners' rows come first. */
    List<Map<String, String>> rows(String list, String... owners);
}
