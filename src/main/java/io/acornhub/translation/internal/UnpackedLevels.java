// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way back of a {@link Hierarchy}: what the HL levels of a read 856 say of items and packages, whatever levels its layout has. The
 * same article, lot and expiry of an order is one item however many cartons it lies in, and a package that stands below several
 * orders is one package. The work is proportional to the number of levels.
 */
final class UnpackedLevels implements TemplateHashModel {
    private static final String SHIPMENT = "S";
    private static final String ORDER = "O";
    private static final String PALLET = "T";
    private static final String CARTON = "P";
    private static final String ITEM = "I";

    private final BranchModel loops;
    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Pack> packs = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private BranchModel shipment;

    private UnpackedLevels(BranchModel loops) throws TemplateModelException {
        this.loops = loops;
        for (int i = 0; i < loops.size(); i++) {
            level((BranchModel) loops.get(i));
        }
    }

    static void addTo(Functions functions) {
        functions.add("unpacked", 1, 1, (call, a) -> {
            if (!(a.get(0) instanceof BranchModel loops)) {
                throw new MappingProblem(FaultCode.VALUE_MISSING, a.place(0), null, "levels (HL) are required and there are none");
            }
            return new UnpackedLevels(loops);
        });
    }

    /** One HL loop with what stands above it: its order's loop and the nearest package, null for none. */
    private record Level(String code, BranchModel order, Pack pack) {
    }

    private void level(BranchModel loop) throws TemplateModelException {
        String id = text(loop, "HL/HL01");
        String parent = text(loop, "HL/HL02");
        String code = text(loop, "HL/HL03");
        Level above = parent.isEmpty() ? new Level("", null, null) : levels.get(parent);
        if (above == null || above.code().equals(ITEM)) {
            throw new MappingProblem(FaultCode.HIERARCHY_BROKEN, parentPlace(loop), parent, "level " + id + " (" + code
                + ") names parent " + parent
                + (above == null ? ", which does not exist before it" : ", an item, and nothing lies below an item"));
        }
        BranchModel order = code.equals(ORDER) ? loop : above.order();
        Pack pack = above.pack();
        switch (code) {
            case SHIPMENT -> shipment = shipment == null ? loop : shipment;
            case PALLET, CARTON -> pack = pack(loop, code, id, above.pack());
            case ITEM -> item(loop, order, pack);
            default -> {
                // an order, or a level that says nothing of its own
            }
        }
        levels.put(id, new Level(code, order, pack));
    }

    private Pack pack(BranchModel loop, String code, String id, Pack above) {
        String marks = mark(loop, "GM", "AA") + '\n' + mark(loop, "CP");
        String key = code + '\n' + (marks.isBlank() ? id : marks);
        return packs.computeIfAbsent(key, k -> new Pack(code + counts.merge(code, 1, Integer::sum),
            code.equals(PALLET) ? "PALLET" : "CARTON", above, loop, new ArrayList<>()));
    }

    private void item(BranchModel loop, BranchModel order, Pack pack) throws TemplateModelException {
        BigDecimal quantity = quantity(loop);
        String po = order == null ? "" : text(order, "PRF/PRF01");
        String key = po + '\n' + loop.node().child("LIN") + '\n' + text(loop, "SN1/SN103") + '\n' + lot(loop) + '\n' + expiry(loop);
        Item item = items.computeIfAbsent(key, k -> new Item(Integer.toString(items.size() + 1), loop, order, new BigDecimal[] {
            BigDecimal.ZERO}));
        item.sum()[0] = item.sum()[0].add(quantity);
        if (pack != null) {
            pack.contents().add(new Content(item, quantity));
        }
    }

    private static BigDecimal quantity(BranchModel loop) throws TemplateModelException {
        String text = text(loop, "SN1/SN102");
        if (!text.matches("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)")) {
            throw new MappingProblem(text.isEmpty() ? FaultCode.VALUE_MISSING : FaultCode.VALUE_UNREADABLE,
                ((TreeModel) loop.get("SN1")).place(), text.isEmpty() ? null : text,
                text.isEmpty() ? "the quantity of the item is required and is not there" : "\"" + text + "\" is not a number");
        }
        return new BigDecimal(text);
    }

    private static String lot(BranchModel loop) {
        return qualified(loop, "REF", "REF01", "LT", "REF02");
    }

    private static String expiry(BranchModel loop) {
        return qualified(loop, "DTM", "DTM01", "036", "DTM02");
    }

    private static String mark(BranchModel loop, String... qualifiers) {
        for (String qualifier : qualifiers) {
            String found = qualified(loop, "MAN", "MAN01", qualifier, "MAN02");
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static String qualified(BranchModel loop, String segment, String element, String qualifier, String wanted) {
        for (Node child : loop.node().children()) {
            if (child.name().equals(segment) && qualifier.equals(child.value(element)) && child.value(wanted) != null) {
                return child.value(wanted);
            }
        }
        return "";
    }

    private static String text(BranchModel loop, String path) {
        String text = loop.node().value(path);
        return text == null ? "" : text;
    }

    private static Place parentPlace(BranchModel loop) throws TemplateModelException {
        BranchModel hl = (BranchModel) loop.get("HL");
        return ((TreeModel) hl.get("HL02")).place();
    }

    private static SimpleSequence list(Iterable<? extends TemplateModel> all) {
        SimpleSequence list = new SimpleSequence((ObjectWrapper) null);
        all.forEach(list::add);
        return list;
    }

    @Override
    public TemplateModel get(String key) {
        return switch (key) {
            case "shipment" -> shipment == null ? new AbsentModel(loops.place()) : shipment;
            case "items" -> list(items.values());
            case "packages" -> list(packs.values());
            default -> null;
        };
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    /** What is shipped of one article, lot and expiry for one order; {@code level} is its first HL loop. */
    private record Item(String no, BranchModel level, BranchModel order, BigDecimal[] sum) implements TemplateHashModel {
        @Override
        public TemplateModel get(String key) {
            return switch (key) {
                case "itemNo" -> new SimpleScalar(no);
                case "level" -> level;
                case "order" -> order == null ? new AbsentModel(new Place(level.place(), "order above", 0, level.node().position()))
                    : order;
                case "quantity" -> new SimpleNumber(sum[0]);
                default -> null;
            };
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /** A pallet or carton; {@code level} is its first HL loop. */
    private record Pack(String no, String kind, Pack above, BranchModel level, List<Content> contents) implements TemplateHashModel {
        @Override
        public TemplateModel get(String key) {
            return switch (key) {
                case "packageNo" -> new SimpleScalar(no);
                case "parentNo" -> new SimpleScalar(above == null ? "" : above.no());
                case "kind" -> new SimpleScalar(kind);
                case "level" -> level;
                case "contents" -> list(contents);
                default -> null;
            };
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /** How much of an item lies in a package. */
    private record Content(Item item, BigDecimal quantity) implements TemplateHashModel {
        @Override
        public TemplateModel get(String key) {
            return switch (key) {
                case "item" -> item;
                case "quantity" -> new SimpleNumber(quantity);
                default -> null;
            };
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
