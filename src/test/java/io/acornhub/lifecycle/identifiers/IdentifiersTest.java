// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({"96385074,00000096385074", "614141000104,00614141000104", "0614141000104,00614141000104",
        "4006381333931,04006381333931", "10614141000101,10614141000101", "6 14141 00010 4,00614141000104"})
    void everyLengthOfAGtinIsOneNumber(String written, String normalized) {
        assertThat(Gtin.normalized(written)).contains(normalized);
    }

    @ParameterizedTest
    @ValueSource(strings = {"614141000105", "14141000104", "B00ABC1234", "", "61414100010401"})
    void aWrongCheckDigitOrLengthIsNoGtin(String text) {
        assertThat(Gtin.normalized(text)).isEmpty();
    }

    @Test
    void gtinsAreComparedByWhatTheyNameAndOtherTextsAsTheyAre() {
        assertThat(Gtin.same("614141000104", "00614141000104")).isTrue();
        assertThat(Gtin.same("614141000104", "10614141000101")).as("a case is not its content").isFalse();
        assertThat(Gtin.same("SKU-1", "SKU-1 ")).isTrue();
        assertThat(Gtin.same("614141000105", "0614141000105")).as("two wrong numbers are not brought together").isFalse();
        assertThat(Gtin.same(null, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0-306-40615-2,0306406152,9780306406157", "0-8044-2957-X,080442957X,9780804429573", "080442957x,080442957X,9780804429573"})
    void aBookNumberOfTenBecomesItsEan(String written, String normalized, String ean) {
        assertThat(Isbn.normalized(written)).contains(normalized);
        assertThat(Isbn.ean(written)).contains(ean);
        assertThat(Isbn.same(written, "0" + ean)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0306406153", "030640615", "X306406152", "B00ABC1234"})
    void aWrongBookNumberIsNone(String text) {
        assertThat(Isbn.normalized(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"006141410000000012", "00006141410000000012", "(00)006141410000000012", "(00) 0 0614141 000000001 2",
        "00006141410000000012 "})
    void everyWrittenFormOfAnSsccIsItsEighteenDigits(String written) {
        assertThat(Sscc.read(written)).contains("006141410000000012");
        assertThat(Sscc.holds("006141410000000012")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0061414100000001", "10006141410000000012", "AMZNCC0000000000012", "", "(00)00006141410000000012"})
    void whatIsNoSsccIsNotMadeOne(String text) {
        assertThat(Sscc.read(text)).isEmpty();
    }

    @Test
    void anSsccIsMadeOfExtensionDigitPrefixAndSerial() {
        assertThat(Sscc.of(0, "0614141", 1)).isEqualTo("006141410000000012");
        assertThat(Sscc.of(3, "061414100001", 42)).hasSize(18).startsWith("30614141000010042").matches(Sscc::holds);
        assertThat(Sscc.serials("0614141")).isEqualTo(1_000_000_000L);
        assertThat(Sscc.serials("061414100001")).isEqualTo(10_000L);
        assertThat(Sscc.holds("006141410000000013")).isFalse();
    }

    @Test
    void locationNumbersHaveThirteenDigitsAndACheckDigit() {
        assertThat(Gln.holds("5450534000000")).isTrue();
        assertThat(Gln.holds("5450534000001")).isFalse();
        assertThat(Gln.holds("0614141000104")).isTrue();
        assertThat(Gln.holds("614141000104")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1695827,true", "113-5309,true", "216793X,true", "216793x,true", "6678157,true", "8101760,true", "2002450,true",
        "1695828,false", "2002062,false"})
    void standardAddressNumbersAreModuloEleven(String san, boolean holds) {
        assertThat(San.normalized(san)).isPresent();
        assertThat(San.holds(san)).isEqualTo(holds);
        assertThat(San.normalized(san.substring(1))).isEmpty();
    }
}
