// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetPathTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{ | ``", "{\"a\": \" | a", "{\"a\": 1, | ``", "{\"a\": 1, \"b\": {\"c\": | b.c", "{\"a\": [1, 2, | a[2]",
        "{\"a\": [{\"b\": 1}, {\"c\": \"x\", \"d\": \" | a[1].d", "{\"a\": \"{[,:\", \"b\": \" | b",
        "{\"a\": \"\\\"\", \"b\": \" | b", "{\"a\": [], \"b\": {}, \"c\": | c"})
    void ofJsonIsWhereTheTextEnds(String written, String expected) {
        assertThat(TargetPath.ofJson(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<a><b>1</b><c> | a/c", "<a><b>1</b><b> | a/b[2]", "<?xml version=\"1.0\"?><!-- note --><a x=\"1\"><b/> | a",
        "<a><b><c>1</c></b><b><c>1</c><c> | a/b[2]/c[2]", "<a></a> | ``", "<a><b> | a/b"})
    void ofXmlIsTheOpenElements(String written, String expected) {
        assertThat(TargetPath.ofXml(written)).isEqualTo(expected);
    }
}
