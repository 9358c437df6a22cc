// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.TemplateModel;

/**
 * A part of an item where it lies.
 *
 * @param item of the notice's items
 * @param holder the package that holds it directly; null where the notice has no packages
 * @param pallet the pallet it stands on, which can be the holder; null for none
 * @param content of the holder's contents, or the item itself where there is no holder
 */
record Placement(BranchModel item, BranchModel holder, BranchModel pallet, BranchModel content) {
    String order() {
        return item.node().value("poNumber");
    }

    /** The package of a level without regard to the others; null for none. */
    static String number(BranchModel pack) {
        return pack == null ? null : pack.node().value("packageNo");
    }

    /** What is in it, of the content if it says so, else of the item. */
    TemplateModel said(String name) {
        TemplateModel own = content.get(name);
        return own instanceof AbsentModel ? item.get(name) : own;
    }

    /** What must be the same for quantities to be added up. */
    String sameness() {
        return item.node().value("itemNo") + '\n' + content.node().value("quantity/unit") + '\n' + text("lot") + '\n' + text("expiry");
    }

    private String text(String name) {
        String own = content.node().value(name);
        return own == null ? item.node().value(name) : own;
    }
}
