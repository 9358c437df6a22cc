// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.ProcessingStatus;
import io.acornhub.erp.Delivery;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The row of one status: what became of a document that the ERP had given. */
final class StatusRows extends RowsToErp {

    StatusRows(Delivery delivery, ProcessingStatus status, Conventions conventions) {
        super(delivery, "STATUS", conventions);
        String control = Stream.of(status.interchangeControl(), status.groupControl(), status.setControl())
            .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining("/"));
        if (!control.isEmpty()) {
            header().set("control_ref", control);
        }
        header().set("partner_doc_no", status.erpNumber()).set("request_no", status.hubReference())
            .set("report", status.message()).set("outcome", status.outcome()).set("outcome_code", status.code())
            .set("issued_at", conventions.local(status.at())).set("ref_doc_no", status.createdObject());
        if (status.text() != null) {
            texts(WHOLE, List.of(status.text()));
        }
        extras(WHOLE, status.extras());
    }
}
