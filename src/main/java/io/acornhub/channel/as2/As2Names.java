// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

/** AS2 identifiers as headers write them (RFC 4130, section 6.2): quoted where they hold a blank, a quote or a backslash. */
public final class As2Names {
    private static final int LONGEST = 128;

    private As2Names() {
    }

    /** Without quotes and escapes; null for null and for what is blank. */
    public static String plain(String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String name = header.strip();
        if (name.length() < 2 || name.charAt(0) != '"' || name.charAt(name.length() - 1) != '"') {
            return name;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < name.length() - 1; i++) {
            boolean escape = name.charAt(i) == '\\' && i + 1 < name.length() - 1;
            plain.append(name.charAt(escape ? ++i : i));
        }
        return plain.toString();
    }

    /** As it goes into a header. */
    public static String quoted(String name) {
        boolean plain = name.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\');
        return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** True for 1 to 128 printable ASCII characters. */
    public static boolean valid(String name) {
        return name != null && !name.isBlank() && name.length() <= LONGEST && name.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
