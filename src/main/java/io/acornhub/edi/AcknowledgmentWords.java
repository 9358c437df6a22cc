// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the codes of acknowledgments mean; all codes of X12 004010 to 005010, also those the hub never sends. */
public final class AcknowledgmentWords {
    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        list("TA105", 0, "no error", "interchange control numbers in header and trailer differ",
            "standard in ISA11 not supported",
            "version of the controls not supported", "segment terminator invalid",
            "interchange id qualifier of the sender invalid",
            "interchange sender id invalid", "interchange id qualifier of the receiver invalid",
            "interchange receiver id invalid",
            "interchange receiver id unknown", "authorization information qualifier invalid", "authorization information invalid",
            "security information qualifier invalid", "security information invalid", "interchange date invalid",
            "interchange time invalid", "interchange standards identifier invalid", "interchange version id invalid",
            "interchange control number invalid", "acknowledgment requested value invalid", "test indicator invalid",
            "number of groups wrong", "control structure invalid", "file ends early", "interchange content invalid",
            "duplicate interchange control number", "data element separator invalid", "component element separator invalid",
            "delivery date in deferred delivery request invalid", "delivery time in deferred delivery request invalid",
            "delivery time code in deferred delivery request invalid", "grade of service code invalid");
        list("AK905", 1, "functional group not supported", "functional group version not supported",
            "functional group trailer missing",
            "group control numbers in header and trailer differ", "number of transaction sets does not match actual count",
            "group control number violates syntax");
        list("AK502", 1, "transaction set not supported", "transaction set trailer missing",
            "transaction set control numbers in header and trailer differ", "number of segments does not match actual count",
            "one or more segments in error", "transaction set identifier missing or invalid",
            "transaction set control number missing or invalid");
        WORDS.put("AK502 23", "transaction set control number not unique in the group");
        list("AK304", 1, "segment id not recognized", "unexpected segment", "mandatory segment missing",
            "loop occurs over maximum times",
            "segment exceeds maximum use", "segment not in defined transaction set", "segment not in proper sequence",
            "segment has data element errors");
        list("AK403", 1, "mandatory data element missing", "conditional required data element missing", "too many data elements",
            "data element too short", "data element too long", "invalid character in data element", "invalid code value",
            "invalid date",
            "invalid time", "exclusion condition violated");
        WORDS.put("AK403 12", "too many repetitions");
        WORDS.put("AK403 13", "too many components");
        implementation("IK304", "I4", "segment not used by the implementation", "I6", "segment missing which the others demand", "I7",
            "loop occurs under minimum times", "I8", "segment below minimum use", "I9", "segment not used in this case");
        implementation("IK403", "I6", "code value not used by the implementation", "I9", "element missing which the others demand",
            "I10", "element not used by the implementation", "I11", "too few repetitions", "I12", "value does not match its pattern",
            "I13", "element not used in this case");
        implementation("IK502", "I5", "one or more segments break the implementation", "I6", "implementation convention not supported");
    }

    private AcknowledgmentWords() {
    }

    /** Codes and words in turn, of what only a 999 tells. */
    private static void implementation(String element, String... codesAndWords) {
        for (int i = 0; i < codesAndWords.length; i += 2) {
            WORDS.put(element + " " + codesAndWords[i], codesAndWords[i + 1]);
        }
    }

    private static void list(String element, int first, String... words) {
        for (int i = 0; i < words.length; i++) {
            WORDS.put(element + " " + (first + i), words[i]);
        }
    }

    /** @param element TA105, AK905, AK502, AK304 or AK403; IK502, IK304 and IK403 mean the same and a little more */
    public static String of(String element, String code) {
        String stripped = code.replaceFirst("^0+(?=.)", "");
        String key = " " + stripped.toUpperCase(Locale.ROOT);
        String words = WORDS.getOrDefault(element + key, WORDS.get(element.replace("IK", "AK") + key));
        return words == null ? element + " code " + code : words + " (" + element + " " + code + ")";
    }
}
