// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientTest {
    private static JsonNode json(String text) {
        return Lenient.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"2019-08-20T14:00:00, 2019-08-20T14:00:00Z", "2019-08-20T14:00, 2019-08-20T14:00:00Z",
        "2019-08-20T14:00:00Z, 2019-08-20T14:00:00Z", "2019-08-20T14:00:00.1Z, 2019-08-20T14:00:00.1Z",
        "2019-08-20T14:00:00.123456789, 2019-08-20T14:00:00.123456789Z", "2019-08-20T14:00:00-07:00, 2019-08-20T21:00:00Z",
        "2019-08-20T14:00:00+0100, 2019-08-20T13:00:00Z", "2019-08-20T14:00:00+01, 2019-08-20T13:00:00Z",
        "2019-08-20, 2019-08-20T00:00:00Z", "2019-08-20 14:00:00, 2019-08-20T14:00:00Z"})
    void timesAreReadWithAndWithoutAZone(String text, Instant instant) {
        assertThat(Lenient.instant(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2019-13-01", "20190820", "2019-08-20T25:00:00Z"})
    void whatIsNoTimeIsNull(String text) {
        assertThat(Lenient.instant(text)).isNull();
    }

    @Test
    void numbersComeAsNumbersOrText() {
        JsonNode json = json("{'a':5,'b':'5','c':5.0,'d':'5.5','e':null,'f':'x','g':10.20,'h':true,'i':'FALSE'}");
        assertThat(Lenient.integer(json, "a")).isEqualTo(5);
        assertThat(Lenient.integer(json, "b")).isEqualTo(5);
        assertThat(Lenient.integer(json, "c")).isEqualTo(5);
        assertThat(Lenient.integer(json, "d")).isNull();
        assertThat(Lenient.decimal(json, "d")).isEqualByComparingTo("5.5");
        assertThat(Lenient.integer(json, "e")).isNull();
        assertThat(Lenient.decimal(json, "f")).isNull();
        assertThat(Lenient.text(json, "g")).isEqualTo("10.20");
        assertThat(Lenient.flag(json, "h")).isTrue();
        assertThat(Lenient.flag(json, "i")).isFalse();
        assertThat(Lenient.flag(json, "a")).isNull();
    }

    private enum Unit {
        CASES, EACHES, NOT_RECEIVED
    }

    @Test
    void namesAndEnumsAreReadInAnyCapitalsAndUnknownOnesStayText() {
        JsonNode json = json("{'UnitOfMeasure':'Cases','state':'NotReceived','new':'Barrels'}");
        assertThat(Lenient.constant(Unit.class, Lenient.text(json, "unitOfMeasure"))).contains(Unit.CASES);
        assertThat(Lenient.constant(Unit.class, Lenient.text(json, "state"))).contains(Unit.NOT_RECEIVED);
        assertThat(Lenient.constant(Unit.class, Lenient.text(json, "new"))).isEmpty();
        assertThat(Lenient.text(json, "new")).isEqualTo("Barrels");
        assertThat(Lenient.is("PARTIALLY_ACCEPTED", "PartiallyAccepted")).isTrue();
    }

    @Test
    void theNextPageIsFoundWhereverItsTokenIs() {
        assertThat(Lenient.nextToken(json("{'payload':{'pagination':{'nextToken':'a'},'orders':[]}}"))).isEqualTo("a");
        assertThat(Lenient.nextToken(json("{'pagination':{'nextToken':'b'}}"))).isEqualTo("b");
        assertThat(Lenient.nextToken(json("{'nextToken':'c','reports':[]}"))).isEqualTo("c");
        assertThat(Lenient.nextToken(json("{'payload':{'orders':[]},'pagination':{'nextToken':'d'}}"))).isEqualTo("d");
        assertThat(Lenient.nextToken(json("{'payload':{'pagination':{'nextToken':''}}}"))).isNull();
        assertThat(Lenient.nextToken(json("{'payload':{'pagination':null}}"))).isNull();
    }

    @Test
    void windowsAreSplitBetweenTheirTimesAndNotAtADash() {
        Lenient.Window window = Lenient.window(json("{'w':'2019-08-20T00:00:00-07:00--2019-08-21T00:00:00'}"), "w");
        assertThat(window.start()).isEqualTo("2019-08-20T07:00:00Z");
        assertThat(window.end()).isEqualTo("2019-08-21T00:00:00Z");
        assertThat(Lenient.window(json("{'w':'2019-08-20'}"), "w")).isNull();
    }

    @Test
    void listsMayBeMissingNullOrOne() {
        assertThat(Lenient.list(json("{'a':[1,null,2]}"), "a")).hasSize(2);
        assertThat(Lenient.list(json("{'a':null}"), "a")).isEmpty();
        assertThat(Lenient.list(json("{}"), "a", "b")).isEmpty();
        assertThat(Lenient.list(json("{'a':{'b':{}}}"), "a", "b")).hasSize(1);
    }

    @Test
    void transactionsAreReadInEveryShape() {
        TransactionStatus retail = TransactionStatus.of(json("{'payload':{'transactionStatus':{'transactionId':'1','status':'failure',"
            + "'errors':[{'code':'X','message':'m','details':null}]}}}"));
        assertThat(retail).isEqualTo(new TransactionStatus("1", TransactionStatus.State.FAILURE, "failure", java.util.List.of(
            new ApiError("X", "m", null))));
        TransactionStatus direct = TransactionStatus.of(json("{'transactionStatus':{'transactionId':'2','status':'Processing',"
            + "'errors':{'errors':[{'code':'Y'}]}}}"));
        assertThat(direct.state()).isEqualTo(TransactionStatus.State.PROCESSING);
        assertThat(direct.errors()).containsExactly(new ApiError("Y", "", null));
        assertThat(TransactionStatus.of(json("{'payload':{'transactionId':'3','status':'Queued'}}")).state())
            .isEqualTo(TransactionStatus.State.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>", "{", "null"})
    void anAnswerThatIsNoObjectIsTold(String body) {
        assertThatThrownBy(() -> Lenient.read(body.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Lenient.UnreadableAnswer.class)
            .hasMessageStartingWith("the answer is no JSON object, but begins ");
    }
}
