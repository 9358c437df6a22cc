// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.acornhub.canonical.DocumentType;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleDirection;
import io.acornhub.translation.CanonicalSchemas;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalDocumentsTest {
    private static final String HEAD = "{'type':'OrderAcknowledgment','poNumber':'4TESTPO1',";
    private static final String LINE = "'lineNo':'1','dispositions':[{'status':'ACCEPTED'}]";

    private final CanonicalDocuments documents = new CanonicalDocuments(new CanonicalSchemas(Path.of("edi-mappings/canonical")));

    @Test
    void whatIsEmptyIsLeftOutAndTextsBecomeNumbersAndDays() {
        assertThat(normalised("{'lines':[{'price':{'amount':'','basis':' '},'gtin':null,'ordered':{'amount':'24.500','unit':'EACH',"
            + "'unitSize':'6'},'extras':{},'dispositions':[{'status':'ACCEPTED','shipDate':'2026-03-02'},],'lineNo':'1'},],"
            + "'poNumber':'4TESTPO1','orderDate':'','type':'OrderAcknowledgment'}"))
            .isEqualTo("{'type':'OrderAcknowledgment','poNumber':'4TESTPO1','lines':[{'lineNo':'1','ordered':{'amount':24.5,"
                + "'unit':'EACH','unitSize':6},'dispositions':[{'status':'ACCEPTED','shipDate':'2026-03-02'}]}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'lines':[{'lineNo':'1','colour':'red'," + "'dispositions':[]}]} | CANONICAL_INVALID | lines[0].colour | ``",
        "'lines':[{" + LINE + ",'ordered':{'amount':'many','unit':'EACH'}}]} | CANONICAL_INVALID | lines[0].ordered.amount | many",
        "'orderDate':'2.3.2026','lines':[{" + LINE + "}]} | CANONICAL_INVALID | orderDate | 2.3.2026",
        "'lines':[{" + LINE + ",'gtin':'12A'}]} | CANONICAL_INVALID | lines[0].gtin | 12A",
        "'lines':[]} | CANONICAL_INVALID | `` | ``"})
    void whatTheDocumentDoesNotHaveIsAFaultWithPathAndValue(String rest, String code, String path, String value) {
        Fault fault = fault(HEAD + rest);

        assertThat(fault.code()).isEqualTo(FaultCode.valueOf(code));
        assertThat(fault.element()).isEqualTo(path);
        assertThat(fault.value()).isEqualTo(value.isEmpty() ? null : value);
        assertThat(fault.text()).startsWith("test/bundle: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'lines':[{'lineNo':'1' 'gtin':'1'}]} | lines[0]", "'lines':[{'lineNo':'1','gtin': | lines[0].gtin",
        "'poNumber':'again','lines':[{}]} | (top)"})
    void whatIsNoJsonIsAMistakeOfTheTemplateWithItsTarget(String rest, String target) {
        Fault fault = fault(HEAD + rest);

        assertThat(fault.code()).isEqualTo(FaultCode.TEMPLATE_ERROR);
        assertThat(fault.text()).contains("test/bundle -> " + target).contains("order.json.ftl writes no JSON");
    }

    private String normalised(String json) {
        return documents.normalised(bundle(), json.replace('\'', '"')).replace('"', '\'');
    }

    private Fault fault(String json) {
        return catchThrowableOfType(MappingFault.class, () -> normalised(json)).faults().get(0);
    }

    private static Bundle bundle() {
        return new Bundle("test/bundle", "", "", "", BundleDirection.TO_CANONICAL, "x12", "004010", "855",
            DocumentType.ORDER_ACKNOWLEDGMENT, "hub", "order.json.ftl", null, Path.of("."), Map.of(), null, "");
    }
}
