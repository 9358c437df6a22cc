// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What can go wrong on demand. */
public enum FaultKind {
    /** 500 InternalFailure; nothing was done. */
    ERROR_500("error500", When.BEFORE),
    /** 503; nothing was done. */
    ERROR_503("error503", When.BEFORE),
    /** 429 QuotaExceeded, though the limit is kept. */
    THROTTLE("throttle", When.BEFORE),
    /** 429 from in front of the API: no header of Amazon's, no JSON. */
    BARE_THROTTLE("bareThrottle", When.BEFORE),
    /** 401. */
    ERROR_401("error401", When.BEFORE),
    /** 403 with a token that is valid. */
    ERROR_403("error403", When.BEFORE),
    /** 404 for what is there. */
    ERROR_404("error404", When.BEFORE),
    /** The answer is held back, then the connection is closed; nothing was done. */
    TIMEOUT_BEFORE("timeoutBefore", When.BEFORE),
    /** The connection is closed; nothing was done. */
    CLOSE_BEFORE("closeBefore", When.BEFORE),
    /** The token is expired at this call, if it is one for a further page: 403. */
    TOKEN_EXPIRED_WHILE_PAGING("tokenExpiredWhilePaging", When.BEFORE),
    /** 400 InvalidInput, if the call is one for a further page. */
    INVALID_INPUT_WHILE_PAGING("invalidInputWhilePaging", When.BEFORE),
    /** Everything was done; 500. */
    ERROR_500_AFTER("error500After", When.AFTER),
    /** Everything was done; the answer is held back, then the connection is closed. */
    TIMEOUT_AFTER("timeoutAfter", When.AFTER),
    /** Everything was done; the connection is closed without an answer. */
    CLOSE_AFTER("closeAfter", When.AFTER),
    /** The page has no entries but a token for them. */
    EMPTY_PAGE("emptyPage", When.PAGE),
    /** The list is empty and ends, though there are entries. */
    EMPTY_LIST("emptyList", When.PAGE),
    /** Units and the like in capitals: {@code CASES} for {@code Cases}. */
    UPPER_CASE("upperCase", When.BODY),
    /** Times without a zone. */
    NO_ZONE("noZone", When.BODY),
    /** Values of enumerations that nobody knows. */
    UNKNOWN_ENUM("unknownEnum", When.BODY),
    /** Integers as strings. */
    NUMBERS_AS_TEXT("numbersAsText", When.BODY);

    /** Where in a call a fault bites. */
    public enum When {
        BEFORE, AFTER, PAGE, BODY
    }

    private final String word;
    private final When when;

    FaultKind(String word, When when) {
        this.word = word;
        this.when = when;
    }

    @JsonValue
    public String word() {
        return word;
    }

    public When when() {
        return when;
    }

    @JsonCreator
    static FaultKind of(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst().orElseThrow(() ->
            new IllegalArgumentException("fault '" + word + "' is none of " + Arrays.stream(values()).map(FaultKind::word).toList()));
    }

    /** Whether it needs a call for a further page. */
    public boolean whilePaging() {
        return this == TOKEN_EXPIRED_WHILE_PAGING || this == INVALID_INPUT_WHILE_PAGING;
    }
}
