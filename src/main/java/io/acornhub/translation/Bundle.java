// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.canonical.DocumentType;
import java.nio.file.Path;
import java.util.Map;

/**
 * One mapping: a folder of {@code edi-mappings} with its {@code mapping.yaml}, overlays resolved.
 *
 * @param id the folder below {@code edi-mappings}, for example {@code x12/004010/850-purchase-order}
 * @param format {@code x12}, {@code idoc}, {@code csv} or {@code json}
 * @param release X12 release such as 004010, the IDoc basic type such as ORDERS05, or what the owner calls the form of a CSV file
 *                or the version of an API
 * @param message transaction set id (850), IDoc message type (ORDERS) or operation of an API (getPurchaseOrders)
 * @param canonical the canonical document it makes or takes; null for acknowledgments
 * @param reader {@code hub} for the hub's own engine, {@code cartridge} for smooks-edi-cartridge
 * @param template file name of the template; null for acknowledgments
 * @param base id of the bundle this one overlays; null if it stands alone
 * @param folder the bundle's own folder
 * @param files every file of the bundle's top folder by name, an overlay's before its base's
 * @param group of a CSV bundle, the column whose value tells the documents of a file apart; null where a file is one document
 * @param hash SHA-256 over mapping.yaml and all files, in hex: the bundle's version
 */
public record Bundle(String id, String title, String description, String owner, BundleDirection direction, String format,
                     String release, String message, DocumentType canonical, String reader, String template, String base,
                     Path folder, Map<String, Path> files, String group, String hash) {

    /** The file of that name, from the overlay or its base; null where neither has it. */
    public Path file(String name) {
        return files.get(name);
    }

    /** Whether what it writes is JSON. */
    public boolean writesJson() {
        return direction == BundleDirection.FROM_CANONICAL && format.equals("json");
    }

    /** The grammar of an X12 bundle, null for other formats. */
    public Path grammar() {
        return files.get("grammar.xml");
    }
}
