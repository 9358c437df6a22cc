// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Messages;
import io.acornhub.interchange.As2Strays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/as2")
@Tag(name = "AS2", description = "AS2 messages, their receipts and what proves them")
class As2Controller {
    private final As2Messages messages;
    private final As2Strays strays;
    private final As2EvidenceFiles evidence;

    As2Controller(As2Messages messages, As2Strays strays, As2EvidenceFiles evidence) {
        this.messages = messages;
        this.strays = strays;
        this.evidence = evidence;
    }

    /** A message with what happened to it since. */
    record MessageView(As2Message message, List<As2Messages.Step> steps) {
    }

    @GetMapping(path = "/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "AS2 messages received and sent, newest first")
    List<MessageView> list(@RequestParam(required = false) String partner,
        @Parameter(description = "Message-ID with its angle brackets") @RequestParam(required = false) String messageId,
        @Parameter(description = "taken, refused, posting, awaiting_mdn, delivered, failed or expired")
        @RequestParam(required = false) String state,
        @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        String wanted = Parameters.constant("state", Parameters.text(state), As2Message.State.values());
        return messages.list(Parameters.text(partner), Parameters.text(messageId), wanted == null ? null : As2Message.State.valueOf(wanted),
            Parameters.limit(limit)).stream().map(m -> new MessageView(m, messages.steps(m.id()))).toList();
    }

    @GetMapping(path = "/messages/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One AS2 message with what happened to it")
    MessageView one(@PathVariable String id) {
        As2Message message = messages.find(id).orElseThrow(() -> Refusal.unknown("AS2 message", id));
        return new MessageView(message, messages.steps(id));
    }

    @GetMapping(path = "/messages/{id}/evidence", produces = "application/zip")
    @Operation(summary = "All that proves a message as a ZIP: original, signed part, receipt, certificates; acorn-hub.jar as2 verify "
        + "checks it without the hub")
    void evidence(@PathVariable String id, HttpServletResponse response) throws IOException {
        evidence.write(messages.find(id).orElseThrow(() -> Refusal.unknown("AS2 message", id)), response);
    }

    @GetMapping(path = "/strays", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Messages of unknown senders and receipts for what was not sent, each once with a count, the latest first")
    List<As2Strays.Stray> strays(@RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        return strays.list(Parameters.limit(limit));
    }
}
