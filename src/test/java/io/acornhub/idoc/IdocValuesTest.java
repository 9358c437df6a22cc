// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.interchange.MappingFault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdocValuesTest {
    @ParameterizedTest
    @CsvSource({"10.500-,-10.500", "' 4.000',4.000", "'       1',1", "12.35,12.35", "-3,-3", "0.000,0.000"})
    void numbersAreReadAsSapWritesThem(String text, BigDecimal number) {
        assertThat(IdocValues.decimal(text)).isEqualTo(number);
    }

    @Test
    void blankAndZeroDatesAreNone() {
        assertThat(IdocValues.decimal(" ")).isNull();
        assertThat(IdocValues.date(null)).isNull();
        assertThat(IdocValues.date("00000000")).isNull();
        assertThat(IdocValues.date("        ")).isNull();
        assertThat(IdocValues.date("20260310")).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(IdocValues.time("173000")).isEqualTo(LocalTime.of(17, 30));
        assertThat(IdocValues.time("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260230", "2026031", "10.03.2026"})
    void whatIsNoDateIsAFaultWithTheValue(String text) {
        assertThatThrownBy(() -> IdocValues.date(text)).isInstanceOf(MappingFault.class).hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000.00", "abc", "--1", "-"})
    void whatIsNoNumberIsAFault(String text) {
        assertThatThrownBy(() -> IdocValues.decimal(text)).isInstanceOf(MappingFault.class);
    }

    @Test
    void valuesAreWrittenAsSapWritesThem() {
        assertThat(IdocValues.text(new BigDecimal("-10.500"))).isEqualTo("10.500-");
        assertThat(IdocValues.text(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(IdocValues.text(LocalDate.of(2026, 3, 1))).isEqualTo("20260301");
        assertThat(IdocValues.text(LocalTime.of(7, 5))).isEqualTo("070500");
        assertThat(IdocValues.text((BigDecimal) null)).isNull();
    }
}
