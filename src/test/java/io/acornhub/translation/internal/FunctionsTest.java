// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
    @TempDir
    private Path folder;
    private TemplateBench bench;

    @BeforeEach
    void open() {
        bench = new TemplateBench(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "set.BEG.BEG05 | 20260302", "set.BEG.BEG99 | ``", "set.XYZ.XYZ01.ANY | ``", "set.REF.REF02 | ACME5",
        "set.REF?size | 2", "set.LoopN1?size | 1", "set.XYZ?size | 0", "set.REF[1].REF02 | DEAL", "set.CUR?has_content?c | false",
        "set.LoopPO1[1].PO1.PO110?size | 2", "erp.client | 100", "erp.none | ``", "source.document | 0001",
        "hub.documentKey | KEY", "hub.partner | amazon-us", "hub.date | 20260303", "hub.time | 013000"})
    void valuesAreNullSafeAndReadNaturallyWhetherOneOrMany(String expression, String expected) {
        assertThat(bench.print(expression)).isEqualTo(expected);
    }

    @Test
    void aListIsWalkedWhetherItHasManyOneOrNone() {
        assertThat(bench.render("list.xml.ftl", "<#list set.REF as ref>${ref.REF02} </#list><#list set.LoopN1 as n1>${n1.N1.N101}"
            + "</#list><#list set.NONE as none>x</#list> <#list set.LoopPO1[1].PO1.PO110 as item>${item}</#list>").text())
            .isEqualTo("ACME5 DEAL ST onetwo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "date('20260302') | 2026-03-02", "date('260302') | 2026-03-02", "date('990302') | 1999-03-02",
        "date('2026-03-02') | 2026-03-02", "date('00000000') | ``", "date(set.CUR.CUR02) | ``",
        "ccyymmdd('2026-03-02') | 20260302", "decimal('  48.000') | 48", "decimal('10.500-') | -10.5", "decimal('.5') | 0.5",
        "decimal('12.') | 12", "decimal('300') | 300", "decimal('0.000') | 0", "decimal(set.X.X01) | ``",
        "decimal('2') * decimal('1.25') | 2.5", "implied('12345', 2) | 123.45", "implied('-5', 2) | -0.05",
        "instant('20260319', '150000', 'America/Phoenix') | 2026-03-19T22:00:00Z",
        "instant('20260319', '1430', 'UTC') | 2026-03-19T14:30:00Z",
        "instant('2026-07-01', '', 'America/New_York') | 2026-07-01T04:00:00Z", "instant('00000000', '000000', 'UTC') | ``",
        "localDate('2026-03-20T05:30:00Z', 'America/Phoenix') | 20260319", "localTime('2026-03-20T05:30:00Z', 'America/Phoenix') | 223000"})
    void datesAndNumbersOfEveryFormat(String expression, String expected) {
        assertThat(bench.print(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "isoInstant('2026-03-09T16:00:00+02:00') | 2026-03-09T14:00:00Z", "isoInstant('2026-03-09T16:00:00-0700') | 2026-03-09T23:00:00Z",
        "isoInstant('2026-03-09T16:00:00') | 2026-03-09T16:00:00Z", "isoInstant('2026-03-09') | 2026-03-08T22:00:00Z",
        "isoInstant('2026-03-09T16:00:00.25Z') | 2026-03-09T16:00:00.250Z", "isoInstant(set.X.X01) | ``",
        "localDay('2026-03-08T22:30:00Z') | 2026-03-09", "localDay('2026-03-08T21:59:59Z') | 2026-03-08",
        "localDay('2026-03-09') | 2026-03-09",
        "isoWindow('2026-03-08T22:00:00Z--2026-03-13T21:59:59Z', 'from') | 2026-03-09",
        "isoWindow('2026-03-08T22:00:00Z--2026-03-13T21:59:59Z', 'to') | 2026-03-13",
        "isoWindow('2026-03-08T22:00:00Z--2026-03-13T22:00:00Z', 'to') | 2026-03-13",
        "isoWindow('2026-03-08T22:00:00Z--2026-03-08T22:00:00Z', 'to') | 2026-03-09",
        "isoWindow('--2026-03-13', 'from') | ``", "isoWindow('--2026-03-13', 'to') | 2026-03-13", "isoWindow('2026-03-09--', 'to') | ``",
        "isoWindow(set.X.X01, 'to') | ``"})
    void momentsAsApisWriteThem(String expression, String expected) {
        assertThat(bench.print(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "checkedGtin('614141000104') | 614141000104", "checkedGtin('614141000105') | ``",
        "checkedGtin('AC-1', '0614141000104') | 0614141000104",
        "isbn('080442957X') | 080442957X", "isbn('0804429571') | ``", "spelled('units', 'x12', 'EA') | EA",
        "spelled('units', 'x12', 'zz') | zz",
        "positions(set.REF, 'REF01').PD | 2", "positions(set.REF, 'REF01')['XX'] | ``", "positions(set.REF, 'REF01')?size | 2",
        "byValue(set.REF, 'REF01').PD.REF02 | DEAL", "byValue(set.REF, 'REF01').XX?size | 0", "byValue(set.NONE, 'REF01').PD.REF02 | ``"})
    void numbersOfUnsaidKindAndMembersByValue(String expression, String expected) {
        assertThat(bench.print(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "code('units', 'x12', 'EA') | EACH", "code('units', 'x12', set.X.X01) | ``", "encode('units', 'x12', 'EACH') | EA",
        "encode('units', 'x12', 'BOX', 'EACH') | EA", "codeOrSame('units', 'x12', 'ZZ') | ZZ",
        "byQualifier(set.REF, 'REF01', 'PD').REF02 | DEAL", "byQualifier(set.REF, 'REF01', 'XX', 'PD').REF02 | DEAL",
        "byQualifier(set.REF, 'REF01', 'XX').REF02 | ``", "byQualifier(set.LoopN1, 'N1/N101', 'ST').N1.N101 | ST",
        "byQualifier(set.NONE, 'N1/N101', 'ST').N1.N101 | ``", "pair(set.LoopPO1.PO1, 'EN', 'UP') | 614141000104",
        "pair(set.LoopPO1.PO1, 'VN') | UP", "pair(set.LoopPO1.PO1, 'SK') | ``"})
    void codesAndLookups(String expression, String expected) {
        assertThat(bench.print(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "or(set.X.X01, 'none') | none", "or(set.BEG.BEG01, 'none') | 00", "text('  a long text', 6) | a long",
        "zeroFilled('7', 6) | 000007", "zeroFilled('A7', 6) | A7", "withoutZeros('000010') | 10", "withoutZeros('000') | 0",
        "gtin('614141000104') | 614141000104", "gtin('B07CYXX3PY', '9506000001111') | 9506000001111",
        "asin('B07CYXX3PY') | B07CYXX3PY", "asin('0306406152') | ``", "wrapped('one two three', 8)?join('/') | one two/three",
        "wrapped('abcdefghij', 4)?join('/') | abcd/efgh/ij"})
    void textsAndArticleNumbers(String expression, String expected) {
        assertThat(bench.print(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "typed('deductions', 'x12', 'INV-1SC').code | CLAIM", "typed('deductions', 'x12', 'INV-1SC').invoice | INV-1",
        "typed('deductions', 'x12', 'INV-1SCR').code | CLAIM_BACK", "typed('deductions', 'x12', 'INV-1SCR').invoice | INV-1",
        "typed('deductions', 'x12', '99VCBSINV').code | CHARGEBACK", "typed('deductions', 'x12', '99VCBSINV').invoice | ``",
        "typed('deductions', 'x12', '1234-12345678').code | AGREEMENT", "typed('deductions', 'x12', '123-12345678').code | ``",
        "typed('deductions', 'x12', 'INV.R').code | ANY_BACK", "typed('deductions', 'x12', 'SC').code | ``",
        "typed('deductions', 'x12', set.X.X01).code | ``"})
    void aReferenceIsTypedByThePatternThatSaysMost(String expression, String expected) {
        assertThat(bench.print(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "impliedDecimals('594', 2) | 59400", "impliedDecimals('594.00', 2) | 59400", "impliedDecimals('0.05', 2) | 5",
        "impliedDecimals('-8.8', 2) | -880", "impliedDecimals(decimal('253.9'), 2) | 25390", "impliedDecimals('0', 2) | 0",
        "impliedDecimals(set.X.X01, 2) | ``", "x12Instant('20260302', '0815', 'UT') | 2026-03-02T08:15:00Z",
        "x12Instant('20260302', '081530', 'ET') | 2026-03-02T13:15:30Z", "x12Instant('20260702', '0815', 'ET') | 2026-07-02T12:15:00Z",
        "x12Instant('20260302', '0815') | 2026-03-02T06:15:00Z", "x12Instant('20260302', '08153000', '24') | 2026-03-02T09:15:30Z",
        "x12Instant('20260302', set.X.X01) | ``", "utcDate('2026-03-02T23:15:00Z') | 20260302", "utcTime('2026-03-02T23:15:00Z') | 231500",
        "plainText('a*b~c\\nd', 20) | a b c d", "plainText('a long text', 6) | a long"})
    void amountsInstantsAndTextsForX12(String expression, String expected) {
        assertThat(bench.print(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "required(set.LoopPO1[1].PO1.PO104)                  | VALUE_MISSING    | LoopPO1[2]/PO1/PO104 |",
        "required(set.CUR.CUR02)                             | VALUE_MISSING    | CUR/CUR02            |",
        "required(byQualifier(set.REF, 'REF01', 'IV').REF02) | VALUE_MISSING    | REF[REF01=IV]/REF02  |",
        "required(pair(set.LoopPO1.PO1, 'SK'))               | VALUE_MISSING    | LoopPO1[1]/PO1/[SK]  |",
        "required(erp.client2)                               | VALUE_MISSING    | erp/client2          |",
        "decimal(set.LoopPO1[1].PO1.PO102)                   | VALUE_UNREADABLE | LoopPO1[2]/PO1/PO102 | 7,5",
        "date(set.LoopPO1.PO1.PO103)                         | VALUE_UNREADABLE | LoopPO1[1]/PO1/PO103 | EA",
        "date('20260230')                                    | VALUE_UNREADABLE | (template)           | 20260230",
        "instant('20260319', '1530', erp.zone)               | VALUE_MISSING    | erp/zone             |",
        "instant('20260319', '2530', 'UTC')                  | VALUE_UNREADABLE | (template)           | 2530",
        "instant('20260319', '1530', 'EST5')                 | VALUE_UNREADABLE | (template)           | EST5",
        "implied(set.LoopPO1.PO1.PO102, 2)                   | VALUE_UNREADABLE | LoopPO1[1]/PO1/PO102 | -7.50",
        "impliedDecimals('5.005', 2)                         | VALUE_UNREADABLE | (template)           | 5.005",
        "x12Instant('20260302', '0815', 'XX')                   | VALUE_UNREADABLE | (template)           | XX",
        "x12Instant('20260302', '2515')                      | VALUE_UNREADABLE | (template)           | 2515",
        "utcDate('yesterday')                                | VALUE_UNREADABLE | (template)           | yesterday",
        "code('units', 'x12', set.LoopPO1[1].PO1.PO103)      | CODE_NOT_IN_LIST | LoopPO1[2]/PO1/PO103 | ZZ",
        "encode('units', 'x12', 'BOX')                       | CODE_NOT_IN_LIST | (template)           | BOX",
        "stop(set.BEG.BEG01, 'not for us')                   | VALUE_UNREADABLE | BEG/BEG01            | 00"})
    void whatCannotBeMappedNamesItsPlaceAndValue(String expression, String code, String path, String value) {
        Fault fault = catchThrowableOfType(MappingFault.class, () -> bench.print(expression)).faults().get(0);

        assertThat(fault.code()).isEqualTo(FaultCode.valueOf(code));
        assertThat(fault.element()).isEqualTo(path);
        assertThat(fault.value()).isEqualTo(value);
    }

    @Test
    void aFaultNamesBundleSourceTargetSegmentPositionAndWhatToDo() {
        Rendered rendered = bench.render("order.json.ftl", """
            {"lines": [<#list set.LoopPO1 as line>
            {"quantity": {"unit": "${code("units", "x12", line.PO1.PO103)}"}},</#list>]}""");
        Fault fault = rendered.fault().faults().get(0);

        assertThat(fault.segment()).isEqualTo("PO1");
        assertThat(fault.position()).isEqualTo(8);
        assertThat(fault.text()).contains("test/bundle: LoopPO1[2]/PO1/PO103 -> lines[1].quantity.unit:",
            "config/code-lists/units.csv or config/code-lists/amazon-us/units.csv", "column x12", "(order.json.ftl line 2)");
    }

    @Test
    void aCodeListThatIsNotThereIsNamed() {
        MappingFault thrown = catchThrowableOfType(MappingFault.class, () -> bench.print("code('colours', 'x12', 'RED')"));

        assertThat(thrown.faults().get(0).text()).contains("config/code-lists/colours.csv").contains("does not exist");
    }

    @Test
    void aMistakeInATemplateNamesFileAndLine() {
        Rendered rendered = bench.render("order.json.ftl", "{\n\"a\": \"${nothing.there}\"}");

        assertThat(rendered.fault().faults().get(0).code()).isEqualTo(FaultCode.TEMPLATE_ERROR);
        assertThat(rendered.fault().faults().get(0).text()).contains("test/bundle -> a:", "(order.json.ftl line 2)");
    }

    @Test
    void aGroupPrintedAsAValueIsAMistakeThatSaysWhatIsInIt() {
        MappingFault thrown = catchThrowableOfType(MappingFault.class, () -> bench.print("required(set.BEG)"));

        assertThat(thrown.faults().get(0).text()).contains("BEG is a group of values").contains("BEG05");
    }

    @Test
    void templatesHaveNoWayIntoJava() {
        MappingFault thrown = catchThrowableOfType(MappingFault.class,
            () -> bench.print("'freemarker.template.utility.Execute'?new()('id')"));

        assertThat(thrown.faults().get(0).code()).isEqualTo(FaultCode.TEMPLATE_ERROR);
    }

    @Test
    void whatATemplatePrintsIsEscapedForWhatItWrites() {
        assertThat(bench.render("order.json.ftl", "{\"a\": \"${set.BEG.BEG03}${'\\n'}\"}").text())
            .isEqualTo("{\"a\": \"PO \\\"1\\\"\\\\\\u000a\"}");
        assertThat(bench.render("order.xml.ftl", "<a>${'<&>'}</a>").text()).isEqualTo("<a>&lt;&amp;&gt;</a>");
    }
}
