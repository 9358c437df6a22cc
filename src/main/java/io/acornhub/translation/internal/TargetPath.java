// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The path a template was writing when it stopped, read from what it had written so far. */
final class TargetPath {
    private TargetPath() {
    }

    /** As {@code lines[1].quantity.unit}, indexes from 0 as JSON has them; empty at the top. */
    static String ofJson(CharSequence written) {
        Deque<Frame> frames = new ArrayDeque<>();
        StringBuilder string = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                } else {
                    string.append(c);
                }
            } else if (c == '"') {
                inString = true;
                string.setLength(0);
            } else if (c == '{' || c == '[') {
                frames.push(new Frame(c == '['));
            } else if (!frames.isEmpty()) {
                step(frames, c, string);
            }
        }
        return jsonPath(frames);
    }

    private static void step(Deque<Frame> frames, char c, StringBuilder string) {
        switch (c) {
            case '}', ']' -> frames.pop();
            case ':' -> frames.peek().name = string.toString();
            case ',' -> {
                frames.peek().index++;
                frames.peek().name = null;
            }
            default -> {
            }
        }
    }

    private static String jsonPath(Deque<Frame> frames) {
        StringBuilder path = new StringBuilder();
        frames.descendingIterator().forEachRemaining(frame -> {
            if (frame.array) {
                path.append('[').append(frame.index).append(']');
            } else if (frame.name != null) {
                path.append(path.length() > 0 ? "." : "").append(frame.name);
            }
        });
        return path.toString();
    }

    /** As {@code IDOC/E1EDP01[2]/MENEE}, ordinals from 1. */
    static String ofXml(CharSequence written) {
        List<String> open = new ArrayList<>();
        Deque<Map<String, Integer>> seen = new ArrayDeque<>();
        seen.push(new HashMap<>());
        int length = written.length();
        for (int i = 0; i < length; i++) {
            if (written.charAt(i) != '<' || i + 1 >= length) {
                continue;
            }
            char next = written.charAt(i + 1);
            int end = i + 1;
            while (end < length && written.charAt(end) != '>') {
                end++;
            }
            if (next == '/' && !open.isEmpty()) {
                open.remove(open.size() - 1);
                seen.pop();
            } else if (next != '/' && next != '!' && next != '?' && written.charAt(end - 1) != '/') {
                String name = written.subSequence(i + 1, end).toString().split("\\s", 2)[0];
                int ordinal = seen.peek().merge(name, 1, Integer::sum);
                open.add(ordinal > 1 ? name + "[" + ordinal + "]" : name);
                seen.push(new HashMap<>());
            }
            i = end;
        }
        return String.join("/", open);
    }

    private static final class Frame {
        private final boolean array;
        private int index;
        private String name;

        Frame(boolean array) {
            this.array = array;
        }
    }
}
