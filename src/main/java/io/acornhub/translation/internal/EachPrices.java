// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.SimpleNumber;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The function {@code eachPrice}: APIs want the price of one each, the hub's documents have it per unit of the line or per basis. */
final class EachPrices {
    /** More no price of a trade has; a quotient that needs more is no exact price. */
    private static final int DECIMALS = 6;

    private EachPrices() {
    }

    static void addTo(Functions functions) {
        functions.add("eachPrice", 2, 2, (call, a) -> eachPrice(a));
    }

    /** Of a price and the quantity of its line; per a unit of weight (LB, OZ, GR, KG) it stays as it is. */
    private static TemplateModel eachPrice(Arguments a) throws TemplateModelException {
        if (!(a.get(0) instanceof BranchModel price) || price.node().value("amount") == null) {
            return a.absent(0);
        }
        Node quantity = a.get(1) instanceof BranchModel branch ? branch.node() : Node.branch("quantity", 0);
        BigDecimal amount = new BigDecimal(price.node().value("amount"));
        String basis = price.node().value("basis") == null ? "" : price.node().value("basis");
        String unit = quantity.value("unit") == null ? "" : quantity.value("unit");
        int tens = switch (basis) {
            case "PN" -> 1;
            case "HP" -> 2;
            case "TP" -> 3;
            default -> 0;
        };
        boolean perUnit = !basis.equals("PE") && !basis.matches("LB|OZ|GR|KG");
        if (!perUnit || unit.equals("EACH")) {
            return new SimpleNumber(amount.movePointLeft(tens));
        }
        String size = quantity.value("unitSize");
        if (size == null) {
            throw new MappingProblem(FaultCode.VALUE_MISSING, new Place(a.place(1), "unitSize", 0, 0), null, "the price is for one "
                + unit + " and the price of one each is needed: say how many eaches it holds, in the document or in"
                + " config/code-lists/pack-sizes.csv");
        }
        try {
            return new SimpleNumber(amount.movePointLeft(tens).divide(new BigDecimal(size), DECIMALS, RoundingMode.UNNECESSARY));
        } catch (ArithmeticException e) {
            throw new MappingProblem(FaultCode.VALUE_UNREADABLE, new Place(a.place(0), "amount", 0, 0), amount.toPlainString(),
                amount.toPlainString() + " for one " + unit + " of " + size + " is no exact price of one each: say the price per each"
                    + " (basis PE)");
        }
    }
}
