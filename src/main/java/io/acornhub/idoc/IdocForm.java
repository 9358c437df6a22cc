// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

/** The two ways an IDoc is written down. */
public enum IdocForm {
    /** One record a line, fields by position: what a file port writes. */
    FLAT("idoc"),
    /** One element a segment and field: what an XML file port and XML-HTTP send. */
    XML("xml");

    private final String extension;

    IdocForm(String extension) {
        this.extension = extension;
    }

    /** How the name of a file in this form ends, without the dot. */
    public String extension() {
        return extension;
    }
}
