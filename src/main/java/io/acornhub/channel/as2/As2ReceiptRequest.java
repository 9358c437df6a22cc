// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The receipt the sender of a message asks for.
 *
 * @param asyncUrl where it is to be posted, as the sender wrote it; null for in the answer. To be checked against the hosts of the
 *     channel before anything is posted there
 * @param signed whether it is to be signed
 * @param signedRequired whether the sender takes none that is not signed
 * @param micalgs algorithms in the sender's order as it spelt them; may hold ones that are not known
 */
public record As2ReceiptRequest(String asyncUrl, boolean signed, boolean signedRequired, List<String> micalgs) {

    /** What the headers ask for; empty when they ask for no receipt. */
    public static Optional<As2ReceiptRequest> of(As2Headers headers) {
        String to = headers.first("Disposition-Notification-To");
        if (to == null || to.isBlank()) {
            return Optional.empty();
        }
        String url = headers.first("Receipt-Delivery-Option");
        String options = headers.find("Disposition-Notification-Options").orElse("");
        boolean signed = false;
        boolean required = false;
        List<String> micalgs = new ArrayList<>();
        for (String option : options.split(";")) {
            String[] named = option.split("=", 2);
            String name = named[0].strip();
            List<String> values = named.length < 2 ? List.of() : List.of(named[1].replace("\"", "").strip().split("\\s*,\\s*"));
            List<String> after = values.isEmpty() ? values : values.subList(1, values.size());
            if ("signed-receipt-protocol".equalsIgnoreCase(name)) {
                signed = true;
                required = !values.isEmpty() && "required".equalsIgnoreCase(values.get(0));
            } else if ("signed-receipt-micalg".equalsIgnoreCase(name)) {
                boolean importance = !values.isEmpty() && As2Digest.of(values.get(0)).isEmpty();
                micalgs.addAll(importance ? after : values);
            }
        }
        String async = url == null || url.isBlank() ? null : url.strip();
        return Optional.of(new As2ReceiptRequest(async, signed, required, List.copyOf(micalgs)));
    }

    /** True when it is to be posted later, false for in the answer. */
    public boolean asynchronous() {
        return asyncUrl != null;
    }

    /** The first algorithm of the list that is known. */
    public Optional<As2Digest> algorithm() {
        return micalgs.stream().map(As2Digest::of).flatMap(Optional::stream).findFirst();
    }
}
