// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.template.TemplateModelException;
import io.acornhub.infoset.Node;
import io.acornhub.translation.internal.HierarchyLayout.Kind;
import io.acornhub.translation.internal.HierarchyLayout.Level;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HierarchyTest {
    private static final HierarchyLayout PACK = layout("pack", false, "SHIPMENT:S ORDER:O CARTON:P ITEM:I");
    private static final HierarchyLayout TARE = layout("tare", false, "SHIPMENT:S ORDER:O PALLET:T CARTON:P ITEM:I");
    private static final HierarchyLayout SHARED = layout("consolidated", true, "SHIPMENT:S ORDER:O CARTON:P ITEM:I");

    private final Node document = Node.branch(CanonicalTree.ROOT, 0);

    @Test
    void aLayoutIsARowAndNoCode() throws TemplateModelException {
        items("A", "A");
        package_("1", "PALLET", null);
        package_("2", "CARTON", "1", "1:4", "2:6");
        package_("3", "CARTON", "1", "2:1");
        assertThat(tree(PACK)).isEqualTo("1S 2O<1 3P<2 4I<3=4 5I<3=6 6P<2 7I<6=1");
        assertThat(tree(TARE)).isEqualTo("1S 2O<1 3T<2 4P<3 5I<4=4 6I<4=6 7P<3 8I<7=1");
        assertThat(tree(layout("items", true, "SHIPMENT:S ORDER:O ITEM:I"))).isEqualTo("1S 2O<1 3I<2=4 4I<2=7");
        assertThat(tree(layout("turned", true, "SHIPMENT:S PALLET:T ORDER:O CARTON:P ITEM:I")))
            .isEqualTo("1S 2T<1 3O<2 4P<3 5I<4=4 6I<4=6 7P<3 8I<7=1");
    }

    @Test
    void aCartonOfTwoOrdersStandsBelowEachWithItsShare() throws TemplateModelException {
        items("A", "B");
        package_("1", "CARTON", null, "1:4", "2:6");
        assertThat(tree(SHARED)).isEqualTo("1S 2O<1 3P<2 4I<3=4 5O<1 6P<5 7I<6=6");
        assertThatThrownBy(() -> tree(PACK)).isInstanceOf(MappingProblem.class).hasMessageContaining("orders A and B");
    }

    @Test
    void ofSeveralLayoutsTheFirstThatFitsIsTaken() throws TemplateModelException {
        items("A", "B");
        package_("1", "CARTON", null, "1:4");
        assertThat(Hierarchy.of(document(), List.of(TARE, PACK, SHARED)).layout()).isEqualTo(PACK);
        package_("2", "CARTON", null, "1:4", "2:6");
        assertThat(Hierarchy.of(document(), List.of(TARE, PACK, SHARED)).layout()).isEqualTo(SHARED);
        assertThatThrownBy(() -> Hierarchy.of(document(), List.of(TARE, PACK))).isInstanceOf(MappingProblem.class);
    }

    @Test
    void withoutPackagesItemsStandBelowTheirOrders() throws TemplateModelException {
        items("A", "B");
        assertThat(tree(PACK)).isEqualTo("1S 2O<1 3I<2=10 4O<1 5I<4=10");
    }

    @Test
    void aPackageThatLiesInItselfIsRefused() {
        items("A");
        package_("1", "CARTON", "2", "1:4");
        package_("2", "CARTON", "1");
        assertThatThrownBy(() -> tree(TARE)).isInstanceOf(MappingProblem.class).hasMessageContaining("lies in itself");
    }

    @Test
    void theWorkGrowsWithTheCartonsAndNotWithTheirSquare() throws TemplateModelException {
        items("A", "A", "A");
        IntStream.range(0, 20).forEach(pallet -> {
            package_("P" + pallet, "PALLET", null);
            IntStream.range(0, 100).forEach(carton -> package_("C" + pallet + "-" + carton, "CARTON", "P" + pallet, carton % 3 + 1 + ":1"));
        });
        Hierarchy tree = Hierarchy.of(document(), List.of(TARE));
        assertThat(tree.size()).isEqualTo(1 + 1 + 20 + 2000 + 2000);
        // every carton's content once at each of the five levels
        assertThat(tree.steps()).isEqualTo(5 * 2000);
    }

    private void items(String... orders) {
        for (int i = 1; i <= orders.length; i++) {
            Node item = document.add(Node.branch("items", i));
            item.add(Node.leaf("itemNo", Integer.toString(i), 0));
            item.add(Node.leaf("poNumber", orders[i - 1], 0));
            quantity(item, "10");
        }
    }

    /** @param contents item number and amount, as in {@code 1:4} */
    private void package_(String number, String kind, String parent, String... contents) {
        Node pack = document.add(Node.branch("packages", document.children("packages").size() + 1));
        pack.add(Node.leaf("packageNo", number, 0));
        pack.add(Node.leaf("kind", kind, 0));
        if (parent != null) {
            pack.add(Node.leaf("parentNo", parent, 0));
        }
        for (String each : contents) {
            Node content = pack.add(Node.branch("contents", pack.children("contents").size() + 1));
            content.add(Node.leaf("itemNo", each.split(":")[0], 0));
            quantity(content, each.split(":")[1]);
        }
    }

    private static void quantity(Node owner, String amount) {
        Node quantity = owner.add(Node.branch("quantity", 0));
        quantity.add(Node.leaf("amount", amount, 0));
        quantity.add(Node.leaf("unit", "EACH", 0));
    }

    private BranchModel document() {
        return (BranchModel) TreeModel.root(document);
    }

    private String tree(HierarchyLayout layout) throws TemplateModelException {
        Hierarchy tree = Hierarchy.of(document(), List.of(layout));
        return IntStream.range(0, tree.size()).mapToObj(tree::get).map(HierarchyTest::text).collect(Collectors.joining(" "));
    }

    private static String text(HierarchyNode node) {
        return node.id() + node.level().code() + (node.parent() == null ? "" : "<" + node.parent())
            + (node.level().kind() == Kind.ITEM ? "=" + node.get("quantity") : "");
    }

    private static HierarchyLayout layout(String name, boolean shared, String levels) {
        return new HierarchyLayout(name, Arrays.stream(levels.split(" ")).map(l -> l.split(":"))
            .map(l -> new Level(Kind.valueOf(l[0]), l[1])).toList(), shared, "0001");
    }
}
