// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing;

import java.util.List;

/**
 * Names of the queues. A queue is named for the stage that takes from it: route {@code inbound-translate} takes from
 * {@code hub.inbound.translate}; its parked queue is {@code hub.inbound.translate.parked}.
 */
public final class Queues {
    public static final String INBOUND_IDENTIFY = "inbound-identify";
    public static final String INBOUND_TRANSLATE = "inbound-translate";
    public static final String INBOUND_DISPATCH = "inbound-dispatch";
    public static final String INBOUND_DELIVER = "inbound-deliver";
    public static final String INBOUND_ACKNOWLEDGED = "inbound-acknowledged";
    public static final String OUTBOUND_IDENTIFY = "outbound-identify";
    public static final String OUTBOUND_TRANSLATE = "outbound-translate";
    public static final String OUTBOUND_GUARD = "outbound-guard";
    public static final String OUTBOUND_ENVELOPE = "outbound-envelope";
    public static final String OUTBOUND_SEND = "outbound-send";

    /** Stages without a queue of their own: they take from a channel or an ERP system. */
    public static final String INBOUND_RECEIVE = "inbound-receive";
    public static final String OUTBOUND_COLLECT = "outbound-collect";
    /** What became of what was sent, asked of a channel that has to be asked. */
    public static final String OUTBOUND_STATUS = "outbound-status";
    /** How the id of a template goes on after the type of the channel, if its routes are of that stage; a regular expression. */
    public static final String STATUS_TEMPLATE = "-status(-[a-z]+)?-source";
    /** Every stage with one queue for all. */
    public static final List<String> STAGES = List.of(INBOUND_IDENTIFY, INBOUND_TRANSLATE, INBOUND_DISPATCH, INBOUND_ACKNOWLEDGED,
        OUTBOUND_IDENTIFY, OUTBOUND_TRANSLATE, OUTBOUND_GUARD, OUTBOUND_ENVELOPE);

    private Queues() {
    }

    /** The queue of a stage, or of one system or channel of it: {@code inbound-deliver} and {@code sap}. */
    public static String name(String stage, String of) {
        return name(stage) + "." + of;
    }

    public static String name(String stage) {
        return "hub." + stage.replaceFirst("-", ".");
    }

    public static String parked(String queue) {
        return queue + ".parked";
    }

    /** Whether the stage of this queue hands over to a channel or an ERP system: those of other queues reach nobody. */
    public static boolean handsOver(String queue) {
        return queue.startsWith(name(INBOUND_DELIVER) + ".") || queue.startsWith(name(OUTBOUND_SEND) + ".");
    }

    /** The stage whose queue this is: {@code hub.inbound.deliver.sap} gives {@code inbound-deliver.sap}. */
    public static String stage(String queue) {
        return queue.replaceFirst("^hub\\.", "").replaceFirst("\\.", "-").replaceFirst("\\.parked$", "");
    }
}
