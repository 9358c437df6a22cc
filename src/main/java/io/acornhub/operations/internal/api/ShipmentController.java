// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.MappingFault;
import io.acornhub.labels.Label;
import io.acornhub.labels.LabelPdf;
import io.acornhub.labels.LabelZpl;
import io.acornhub.labels.Labels;
import io.acornhub.labels.PackingList;
import io.acornhub.labels.PackingListPdf;
import io.acornhub.labels.PackingLists;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Partner;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

@RestController
@RequestMapping("/api/shipments/{shipmentId}")
@Tag(name = "Shipments", description = "A shipment with its notices and papers; partner= is needed only when two partners use the number")
class ShipmentController {
    private static final String ZPL = "text/plain;charset=UTF-8";
    private final ShipmentNotices notices;
    private final DocumentViews views;
    private final Configuration configuration;

    ShipmentController(ShipmentNotices notices, DocumentViews views, Configuration configuration) {
        this.notices = notices;
        this.views = views;
        this.configuration = configuration;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One shipment: what its notice says, every document of it and where that is")
    ShipmentViews.ShipmentView one(@PathVariable String shipmentId, @RequestParam(required = false) String partner) {
        ShipmentNotices.Kept kept = notices.one(shipmentId, Parameters.text(partner));
        ShipmentNotice notice = kept.notice();
        PackingList.Totals totals = list(kept).totals();
        String self = "/api/shipments/" + UriUtils.encodePathSegment(shipmentId, StandardCharsets.UTF_8);
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        for (String paper : List.of("packing-list", "packing-list.pdf", "labels.pdf", "labels.zpl")) {
            links.put(paper, self + "/" + paper);
        }
        return new ShipmentViews.ShipmentView(kept.document().partner(), shipmentId, notice.vendorCode(), notice.purpose(),
            kept.document().state().name(), kept.document().id(), notice.poNumbers(), notice.shippedAt(), notice.estimatedDelivery(),
            notice.appointment(), notice.carrierCode(), notice.billOfLading(), notice.proNumber(), notice.amazonReference(),
            totals.pallets(), totals.cartons(), views.list(notices.all(shipmentId, Parameters.text(partner)).stream()
                .map(ShipmentNotices.Kept::document).toList()), links);
    }

    @GetMapping(path = "/packing-list", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What lies in the shipment, package by package, as its notice says")
    PackingList packingList(@PathVariable String shipmentId, @RequestParam(required = false) String partner) {
        return list(notices.one(shipmentId, Parameters.text(partner)));
    }

    @GetMapping(path = "/packing-list.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The packing list to print, letter size")
    ResponseEntity<byte[]> packingListPdf(@PathVariable String shipmentId, @RequestParam(required = false) String partner) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackingListPdf.write(packingList(shipmentId, partner), out);
        return file(out.toByteArray(), MediaType.APPLICATION_PDF, "packing-list-" + shipmentId + ".pdf");
    }

    @GetMapping(path = "/labels.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "GS1 logistics labels of 4 by 6 inches, a page for each pallet and carton")
    ResponseEntity<byte[]> labelsPdf(@PathVariable String shipmentId, @RequestParam(required = false) String partner,
        @Parameter(description = "Only the label of this package") @RequestParam(required = false) String sscc) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LabelPdf.write(labels(shipmentId, partner, sscc), out);
        return file(out.toByteArray(), MediaType.APPLICATION_PDF, "labels-" + shipmentId + ".pdf");
    }

    @GetMapping(path = "/labels.zpl", produces = ZPL)
    @Operation(summary = "The same labels for a ZPL printer of 203 dots an inch")
    ResponseEntity<byte[]> labelsZpl(@PathVariable String shipmentId, @RequestParam(required = false) String partner,
        @Parameter(description = "Only the label of this package") @RequestParam(required = false) String sscc) {
        byte[] zpl = LabelZpl.write(labels(shipmentId, partner, sscc)).getBytes(StandardCharsets.UTF_8);
        return file(zpl, MediaType.parseMediaType(ZPL), "labels-" + shipmentId + ".zpl");
    }

    private List<Label> labels(String shipmentId, String partner, String sscc) {
        PackingList list = packingList(shipmentId, partner);
        String wanted = Parameters.text(sscc);
        if (wanted != null) {
            return List.of(Labels.of(list, wanted).orElseThrow(() -> Refusal.missing("Shipment " + shipmentId
                + " has no package with the SSCC " + wanted + ".")));
        }
        try {
            return Labels.of(list);
        } catch (MappingFault fault) {
            int more = fault.faults().size() - 1;
            throw Refusal.conflict(fault.getMessage() + (more == 0 ? "" : " And " + more + " more like this."));
        }
    }

    private PackingList list(ShipmentNotices.Kept kept) {
        String owner = configuration.partner(String.valueOf(kept.document().partner())).map(Partner::codeLists).orElse(null);
        return PackingLists.of(kept.notice(), configuration.addressBook(), owner);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString()).body(bytes);
    }
}
