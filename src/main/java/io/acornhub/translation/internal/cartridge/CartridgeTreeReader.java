// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.SetGrammar;
import io.acornhub.infoset.Node;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.ControlData;
import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.SourceDocument;
import io.acornhub.translation.internal.TreeReader;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.xml.sax.SAXException;

/**
 * Smooks reader of X12 by smooks-edi-cartridge, in the place of {@code X12TreeReader}: it tells Smooks the same and hands over
 * the same trees, so a bundle's visitor and template stay what they are. A set is read by its structure only; one set that does
 * not fit ends the input.
 * <p>
 * Parameters, both optional: {@code schema}, a DFDL schema among the bundle's files instead of the one that is generated from its
 * grammar, and {@code cacheFolder}, where the generated one is written.
 */
public final class CartridgeTreeReader extends TreeReader {
    @Inject
    private Optional<String> schema = Optional.empty();
    @Inject
    private Optional<String> cacheFolder = Optional.empty();

    public CartridgeTreeReader() {
        super("TransactionSet");
    }

    @Override
    protected void read(byte[] input, Call call) throws SAXException {
        Bundle bundle = call.bundle().bundle();
        for (Node interchange : engine(call).parse(Slice.completed(input))) {
            for (Node group : interchange.children("FunctionalGroup")) {
                for (Node set : group.children("TransactionSet")) {
                    if (bundle.message().equals(set.value("ST/ST01"))) {
                        ControlData control =
                            new ControlData(interchange.value("ISA/ISA13"), group.value("GS/GS06"), set.value("ST/ST02"));
                        found(new SourceDocument("set", set, control));
                    }
                }
            }
        }
    }

    private CartridgeEngine engine(Call call) {
        if (schema.isPresent()) {
            return Cartridges.engine(call.bundle().bundle().file(schema.get()));
        }
        Path folder = cacheFolder.map(Path::of).orElse(Cartridges.DEFAULT_FOLDER);
        return Cartridges.engine((SetGrammar) call.bundle().grammar(), folder);
    }
}
