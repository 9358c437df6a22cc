// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import io.acornhub.idoc.internal.LayoutFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The IDoc types the hub can read and write, and the control and data record, as loaded from layout files. */
public final class IdocLayouts {
    private final List<IdocField> control;
    private final List<IdocField> data;
    private final Map<String, IdocLayout> types;

    public IdocLayouts(List<IdocField> control, List<IdocField> data, Map<String, IdocLayout> types) {
        this.control = List.copyOf(control);
        this.data = List.copyOf(data);
        this.types = new TreeMap<>(types);
    }

    /**
     * Reads {@code records.yaml} and every {@code <folder>/<type>/layout.yaml}. A layout of a later folder takes the place of
     * the one of the same type before it: that is how a customer's own layout replaces ours.
     *
     * @throws IdocLayoutException with every problem of every file
     */
    public static IdocLayouts load(Path... folders) {
        return LayoutFiles.load(List.of(folders));
    }

    /** The fields of the control record EDI_DC40. */
    public List<IdocField> control() {
        return control;
    }

    /** The fields of the data record EDI_DD40, the last of which, SDATA, holds those of the segment. */
    public List<IdocField> data() {
        return data;
    }

    /** A field of the data record EDI_DD40. */
    public IdocField data(String name) {
        return data.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }

    /** The names of the types there are layouts for, sorted. */
    public List<String> types() {
        return List.copyOf(types.keySet());
    }

    public Optional<IdocLayout> type(String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(types.get(name));
    }

    /** The layout of an extension where there is one of its name, else of the basic type it extends. */
    public Optional<IdocLayout> of(String basicType, String extension) {
        return type(extension).or(() -> type(basicType));
    }
}
