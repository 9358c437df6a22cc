// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultException;
import io.acornhub.labels.Label;
import io.acornhub.labels.LabelPdf;
import io.acornhub.labels.LabelZpl;
import io.acornhub.labels.Labels;
import io.acornhub.labels.PackingList;
import io.acornhub.labels.PackingListPdf;
import io.acornhub.labels.PackingLists;
import io.acornhub.partner.Partner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code labels FILE}: labels and packing list of the shipment notices in a file. */
@Command(name = "labels", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Prints the GS1 labels or the packing list of the shipment notices in a file.")
final class LabelsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Shipment notices: canonical JSON (one document a line) or whatever translate reads.")
    private Path file;

    @Option(names = "--format", paramLabel = "FORMAT",
        description = "pdf (labels, default), zpl (labels), packing-list (JSON, one a line) or packing-list-pdf.")
    private String format = "pdf";

    @Option(names = {"-o", "--out"}, paramLabel = "OUT", description = "File to write; default: standard output.")
    private Path target;

    @Option(names = "--partner", paramLabel = "NAME", description = "Partner whose address book goes before the common one.")
    private String partner;

    @Option(names = "--home", paramLabel = "DIR", description = "Folder with config and edi-mappings; default: the current one.")
    private Path home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!List.of("pdf", "zpl", "packing-list", "packing-list-pdf").contains(format)) {
            err.println("acorn-hub: --format is pdf, zpl, packing-list or packing-list-pdf, not " + format);
            return 2;
        }
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file + " (there is no such file)");
        }
        List<Fault> faults = new ArrayList<>();
        byte[] paper = null;
        try (Workbench workbench = new Workbench(home)) {
            List<PackingList> lists = lists(workbench, faults);
            if (lists.isEmpty()) {
                err.println(file + ": holds no shipment notice that can be read.");
            } else if (format.equals("packing-list-pdf") && lists.size() > 1) {
                err.println(file + ": holds " + lists.size() + " shipments; a printed packing list is of one. Split the file.");
            } else {
                paper = paper(lists);
            }
        } catch (FaultException fault) {
            faults.addAll(fault.faults());
        }
        faults.forEach(fault -> err.println(file + ": " + fault.code() + ": " + fault.inWords()));
        err.flush();
        if (paper == null) {
            return 1;
        }
        write(paper);
        return faults.isEmpty() ? 0 : 1;
    }

    private List<PackingList> lists(Workbench workbench, List<Fault> faults) throws IOException {
        String owner = workbench.configuration().partners().stream().filter(p -> p.name().equals(partner)).map(Partner::codeLists)
            .findFirst().orElse(null);
        Reading reading = new Reading(workbench);
        return new CanonicalInput(workbench, partner).read(Files.readAllBytes(file), faults).stream().map(reading::record)
            .filter(ShipmentNotice.class::isInstance).map(ShipmentNotice.class::cast)
            .map(notice -> PackingLists.of(notice, workbench.configuration().addressBook(), owner)).toList();
    }

    private byte[] paper(List<PackingList> lists) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (format) {
            case "packing-list" -> {
                JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();
                for (PackingList list : lists) {
                    out.write((json.writeValueAsString(list) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            case "packing-list-pdf" -> PackingListPdf.write(lists.get(0), out);
            default -> {
                List<Label> labels = lists.stream().flatMap(list -> Labels.of(list).stream()).toList();
                if (format.equals("zpl")) {
                    out.write(LabelZpl.write(labels).getBytes(StandardCharsets.UTF_8));
                } else {
                    LabelPdf.write(labels, out);
                }
            }
        }
        return out.toByteArray();
    }

    private void write(byte[] paper) throws IOException {
        if (target != null) {
            Files.write(target, paper);
        } else {
            System.out.write(paper);
            System.out.flush();
        }
    }
}
