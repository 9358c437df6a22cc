// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.edi.CheckReport;
import io.acornhub.interchange.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check FILE…}: what the hub would say to these files, taken as arriving in this order. */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Validates EDI, IDoc and JSON files as if they arrived in this order; prints the faults and the acknowledgment each"
        + " would get.")
final class CheckCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(arity = "1..*", paramLabel = "FILE",
        description = "X12 interchanges, IDoc files, JSON of the Selling Partner API, canonical JSON.")
    private List<Path> files;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), or json: one object a line.")
    private Format format = Format.text;

    @Option(names = "--home", paramLabel = "DIR", description = "Folder with config and edi-mappings; default: the current one.")
    private Path home;

    @Spec
    private CommandSpec spec;

    /** How the answer is printed. */
    enum Format {
        text, json
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean bad = false;
        try (Workbench workbench = new Workbench(home)) {
            FileCheck check = new FileCheck(workbench);
            for (Path file : files) {
                CheckReport report = check.check(file);
                bad |= report.verdict() != CheckReport.Verdict.ACCEPTED;
                if (format == Format.json) {
                    out.println(json(report));
                } else {
                    print(out, report);
                }
            }
        }
        out.flush();
        return bad ? 1 : 0;
    }

    private static void print(PrintWriter out, CheckReport report) {
        out.println(report.file() + ": " + report.verdict().word());
        report.faults().forEach(fault -> out.println("  " + fault.code() + ": " + fault.inWords()));
        if (report.acknowledgment() != null) {
            out.println("  answer:");
            report.acknowledgment().lines().forEach(line -> out.println("    " + line));
        }
    }

    private static String json(CheckReport report) throws JsonProcessingException {
        List<Map<String, Object>> faults = new ArrayList<>();
        for (Fault fault : report.faults()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", fault.code().name());
            one.put("standardCode", fault.code().list() == null ? null : fault.code().list() + "=" + fault.code().standardCode());
            one.put("segment", fault.segment());
            one.put("position", fault.position());
            one.put("element", fault.element());
            one.put("value", fault.value());
            one.put("text", fault.text());
            faults.add(one);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", report.file());
        line.put("verdict", report.verdict().word());
        line.put("faults", faults);
        line.put("acknowledgment", report.acknowledgment());
        return JSON.writeValueAsString(line);
    }

}
