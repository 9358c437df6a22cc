// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

/** Names that a server of others gave, made fit to be shown and kept; never used as a path on this machine. */
final class RemoteNames {
    private static final int LONGEST = 255;

    private RemoteNames() {
    }

    /** What stands behind the last separator of any system. */
    static String last(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The last part of the name, control characters and separators of any system replaced; never empty, never dots alone. */
    static String plain(String name) {
        String last = last(name);
        StringBuilder plain = new StringBuilder();
        last.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) || !Character.isDefined(c)
            || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE || "<>:\"|?*".indexOf(c) >= 0
            ? '_' : c));
        String shown = plain.toString().strip();
        if (shown.isEmpty() || shown.chars().allMatch(c -> c == '.')) {
            return "unnamed";
        }
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    }
}
