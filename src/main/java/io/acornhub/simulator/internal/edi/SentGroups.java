// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.x12.X12Interchange;
import io.acornhub.simulator.internal.x12.X12Segment;
import io.acornhub.simulator.internal.x12.X12Set;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups that Amazon sent, each with what the vendor's 997 says of it and of each set. Guarded by the state's lock. */
final class SentGroups {
    private final Map<String, Group> byNumber = new LinkedHashMap<>();
    private final Duration answerWithin;

    /** A group: sets are numbered from 0001; their keys are PO numbers or payment numbers. */
    private static final class Group {
        private final String code;
        private final String file;
        private final Instant sent;
        private final Map<String, String> keys = new LinkedHashMap<>();
        private final Map<String, String> answers = new LinkedHashMap<>();
        private String answer = "";
        private Instant answered;

        private Group(String code, String file, Instant sent) {
            this.code = code;
            this.file = file;
            this.sent = sent;
        }
    }

    SentGroups(Duration answerWithin) {
        this.answerWithin = answerWithin;
    }

    /** @param code of the sets, such as {@code 850} */
    void add(String code, String control, String file, List<String> keys, Instant at) {
        Group group = new Group(code, file, at);
        for (String key : keys) {
            group.keys.put(String.format("%04d", group.keys.size() + 1), key);
        }
        byNumber.put(control, group);
    }

    /** Takes a 997; the findings say what fits nothing. */
    List<Finding> answer(X12Set set, Instant at) {
        X12Segment ak1 = set.first("AK1");
        Group group = byNumber.get(ak1.get(2));
        if (group == null) {
            return List.of(Finding.defect("orphan", "AK102: Amazon sent no group " + ak1.get(2)));
        }
        List<Finding> findings = new ArrayList<>();
        String number = "";
        for (X12Segment segment : set.segments()) {
            if (segment.tag().equals("AK2")) {
                number = segment.get(2);
                if (!group.keys.containsKey(number)) {
                    findings.add(Finding.defect("orphan", "AK202: group " + ak1.get(2) + " has no set " + number));
                }
            } else if (segment.tag().equals("AK5")) {
                group.answers.put(number, segment.get(1));
            }
        }
        X12Segment ak9 = set.first("AK9");
        group.answer = ak9.get(1);
        group.answered = at;
        if (!ak9.get(3).equals(Integer.toString(group.keys.size()))) {
            findings.add(Finding.defect("counts", "AK903 counts " + ak9.get(3) + " sets, the group had " + group.keys.size()));
        }
        if (!"A".equals(group.answer)) {
            findings.add(Finding.remark("not-accepted", "the vendor does not simply accept group " + ak1.get(2) + ": AK901 "
                + group.answer));
        }
        return findings;
    }

    /** Takes a TA1 on one of Amazon's interchanges. */
    void technical(X12Interchange interchange, Instant at) {
        for (X12Segment ta1 : interchange.technical()) {
            Group group = byNumber.get(ta1.get(1).replaceFirst("^0+", ""));
            if (group != null && ta1.get(4).equals("R")) {
                group.answer = "TA1 " + ta1.get(5);
                group.answered = at;
            }
        }
    }

    /** What the 997 says of a set by its key: A, E, R, or empty while it is missing. */
    String answerOf(String code, String key) {
        String answer = "";
        for (Group group : byNumber.values()) {
            for (Map.Entry<String, String> set : group.keys.entrySet()) {
                if (group.code.equals(code) && set.getValue().equals(key)) {
                    answer = group.answers.getOrDefault(set.getKey(), group.answer);
                }
            }
        }
        return answer;
    }

    ArrayNode show(Instant now) {
        ArrayNode all = Json.array();
        byNumber.forEach((control, group) -> {
            ObjectNode shown = all.addObject().put("document", group.code).put("group", control).put("file", group.file)
                .put("sent", group.sent.toString());
            ArrayNode keys = shown.putArray("numbers");
            group.keys.values().forEach(keys::add);
            if (group.answered != null) {
                shown.put("answer", group.answer).put("answered", group.answered.toString());
                group.answers.forEach((set, answer) -> shown.withObject("/sets").put(group.keys.getOrDefault(set, set), answer));
            } else {
                shown.put("answer", now.isAfter(group.sent.plus(answerWithin)) ? "missing" : "waiting");
            }
        });
        return all;
    }
}
