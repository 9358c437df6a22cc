// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.interchange.Fault;
import java.util.List;
import java.util.Map;

/**
 * What became of a list of deliveries. One that the ERP refuses does not keep the others back.
 *
 * @param references by document id what names it on the other side: a file name, a row's id
 * @param refused by document id why the ERP will never take it as it is; a person has to decide
 */
public record Delivered(Map<String, String> references, Map<String, List<Fault>> refused) {
}
