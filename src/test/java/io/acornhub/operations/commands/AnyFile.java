// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.edi.CheckReport;
import io.acornhub.interchange.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What becomes of any bytes at all, through the doors that files of partners, of ERPs and of people come in by. */
public final class AnyFile implements AutoCloseable {
    private static final String ORDER = "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     *260302"
        + "*0815*U*00400*000004711*0*P*>~GS*PO*AMAZON*ACMEVENDOR*20260302*0815*4711*X*004010~ST*850*0001~"
        + "BEG*00*NE*4TG7Q2PX**20260302~PO1*1*24*EA*12.5*NT*UP*"
        + "614141000104~PO1*2*48*EA*7.35*NT*UP*614141000203~CTT*2*72~SE*6*0001~GE*1*4711~IEA*1*000004711~";
    private final Workbench workbench = new Workbench(Path.of("."));

    /**
     * Checked after an order, and translated.
     *
     * @throws IllegalStateException for a verdict that says nothing
     */
    public String judge(byte[] file) throws IOException {
        FileCheck check = new FileCheck(workbench);
        check.check("order", new ByteArrayInputStream(ORDER.getBytes(StandardCharsets.US_ASCII)));
        CheckReport report = check.check("file", new ByteArrayInputStream(file));
        // and as the file of a warehouse, which its name says
        check.check("file.csv", new ByteArrayInputStream(file));
        List<Fault> faults = new ArrayList<>(report.faults());
        List<String> documents = new CanonicalInput(workbench, null).read(file, faults);
        boolean said = report.verdict() == CheckReport.Verdict.ACCEPTED || !report.faults().isEmpty();
        if (!said || faults.stream().anyMatch(f -> f.code() == null || f.inWords().isBlank())) {
            throw new IllegalStateException("verdict " + report.verdict() + " without a sentence: " + faults);
        }
        return report.verdict() + " " + faults.size() + " " + documents.size();
    }

    @Override
    public void close() {
        workbench.close();
    }
}
