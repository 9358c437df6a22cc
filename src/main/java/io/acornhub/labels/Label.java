// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import io.acornhub.canonical.Measure;
import io.acornhub.canonical.Party;
import io.acornhub.labels.PackingList.Amount;
import io.acornhub.labels.PackingList.Line;
import java.util.List;

/**
 * What stands on the label of one package; absent parts are null.
 *
 * @param sscc 18 digits with the right check digit
 * @param number counts the packages of its kind, from 1 to {@code of}
 * @param orders the orders that it serves
 * @param contents what lies in it, in packages inside it too
 * @param quantities sums of that by unit
 */
public record Label(String shipmentId, String sscc, String kind, int number, int of, Party from, Party to, String carrierCode,
                    String carrierName, String proNumber, String billOfLading, String amazonReference, Measure grossWeight,
                    List<String> orders, List<Line> contents, List<Amount> quantities) {

    /** The one item in it; null where there are several or none. */
    public Line item() {
        List<String> ids = contents.stream().map(line -> String.valueOf(line.itemId())).distinct().toList();
        return ids.size() == 1 ? contents.get(0) : null;
    }

    /** How many different items lie in it. */
    public long items() {
        return contents.stream().map(line -> String.valueOf(line.itemId())).distinct().count();
    }
}
