// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field that a query selects, with its arguments and the fields below it. Read from GraphQL as Data Kiosk's queries use it: one
 * operation, fields, arguments of plain values; no variables, aliases or fragments.
 */
record Selection(String name, Map<String, String> arguments, List<Selection> fields) {

    /** What cannot be read, in words. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** The top fields of a query. */
    static List<Selection> read(String query) throws Unreadable {
        Parser parser = new Parser(query);
        if (parser.peek().equals("query")) {
            parser.next();
            if (!parser.peek().equals("{")) {
                parser.name();
            }
        }
        List<Selection> all = parser.block();
        if (!parser.peek().isEmpty()) {
            throw new Unreadable("'" + parser.peek() + "' stands after the end of the query");
        }
        return all;
    }

    /** The one field of a name below, or null. */
    Selection field(String wanted) {
        return fields.stream().filter(field -> field.name.equals(wanted)).findFirst().orElse(null);
    }

    private static final class Parser {
        private static final Pattern TOKEN = Pattern.compile("\\s*,?\\s*([{}():\\[\\]]|\"[^\"]*\"|[\\w.-]+|\\S)");
        private static final int DEEPEST = 12;
        private final List<String> tokens = new ArrayList<>();
        private int at;
        private int depth;

        Parser(String query) {
            Matcher matcher = TOKEN.matcher(query.replaceAll("#[^\\n]*", ""));
            while (matcher.lookingAt()) {
                tokens.add(matcher.group(1));
                matcher.region(matcher.end(), matcher.regionEnd());
            }
        }

        String peek() {
            return at < tokens.size() ? tokens.get(at) : "";
        }

        String next() {
            String token = peek();
            at++;
            return token;
        }

        private void expect(String token) throws Unreadable {
            String found = next();
            if (!found.equals(token)) {
                throw new Unreadable("'" + token + "' is expected, not '" + found + "'");
            }
        }

        String name() throws Unreadable {
            String name = next();
            if (!name.matches("[A-Za-z_]\\w*")) {
                throw new Unreadable("a name is expected, not '" + name + "'");
            }
            return name;
        }

        List<Selection> block() throws Unreadable {
            if (++depth > DEEPEST) {
                throw new Unreadable("the query is too deep");
            }
            expect("{");
            List<Selection> all = new ArrayList<>();
            do {
                String name = name();
                Map<String, String> arguments = new LinkedHashMap<>();
                if (peek().equals("(")) {
                    next();
                    while (!peek().equals(")")) {
                        String argument = name();
                        expect(":");
                        arguments.put(argument, value());
                    }
                    next();
                }
                all.add(new Selection(name, arguments, peek().equals("{") ? block() : List.of()));
            } while (!peek().equals("}"));
            next();
            depth--;
            return all;
        }

        private String value() throws Unreadable {
            String value = next();
            if (value.matches("[{}():]|")) {
                throw new Unreadable("a value is expected, not '" + value + "'");
            }
            return value.startsWith("\"") && value.length() > 1 ? value.substring(1, value.length() - 1) : value;
        }
    }
}
