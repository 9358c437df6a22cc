// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.infoset.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdocSlicesTest {
    private static final long BIG = 100L * 1024 * 1024;
    private static final long HEAP_FOR_ANY_FILE = 64L * 1024 * 1024;
    private static final int LOOKS = 5;

    private final IdocReader reader = new IdocReader(IdocSamples.LAYOUTS, IdocReading.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"w10-orders05-two-idocs.idoc.txt", "w10-orders05-two-idocs.xml"})
    void everyIdocCanBeReadAgainAlone(String name) throws IOException {
        byte[] file = IdocSamples.resource(name);

        List<IdocSlice> slices = reader.slices(new ByteArrayInputStream(file));

        List<Idoc> all = IdocSamples.read(file);
        assertThat(slices).isEqualTo(all.stream().map(Idoc::slice).toList()).hasSize(2);
        for (Idoc idoc : all) {
            IdocSlice stored = IdocSlice.parse(idoc.slice().text());
            assertThat(stored).isEqualTo(idoc.slice());
            Idoc again = reader.readSlice(new ByteArrayInputStream(file), stored);
            assertThat(again.tree()).hasToString(idoc.tree().toString());
            assertThat(reader.readNth(new ByteArrayInputStream(file),
                stored.ordinal()).tree()).hasToString(idoc.tree().toString());
        }
        assertThat(all.get(1).tree().value("E1EDK01/BELNR")).isEqualTo("4TESTPO3");
    }

    @Test
    void anIdocThatIsNotThereIsSaid() {
        byte[] file = IdocSamples.resource("w01-orders05-po-us.xml");

        assertThatThrownBy(() -> reader.readNth(new ByteArrayInputStream(file), 2)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> reader.readSlice(new ByteArrayInputStream(file), IdocSlice.parse("XML 1 1 900000 10 UTF-8")))
            .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w03-ordrsp-orders05-mixed.idoc.txt", "w03-ordrsp-orders05-mixed.xml"})
    void aFileOfAHundredMegabytesNeedsTheMemoryOfOneIdoc(String name) throws IOException {
        byte[] sample = IdocSamples.resource(name);
        Repeated file = new Repeated(sample, name.endsWith(".xml"));
        long[] seen = new long[2];
        Node[] last = new Node[1];
        // what other tests of this JVM hold is not the reader's
        long before = used();

        reader.read(file, idoc -> {
            seen[0]++;
            if (seen[0] % (file.times / LOOKS) == 0) {
                seen[1] = Math.max(seen[1], used() - before);
            }
            last[0] = idoc.tree();
        });

        assertThat(seen[0]).isEqualTo(file.times);
        assertThat(last[0].value("E1EDK02/BELNR")).isEqualTo("4TESTPO1");
        assertThat(seen[1]).isLessThan(HEAP_FOR_ANY_FILE);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The sample's IDoc again and again, made while it is read. */
    private static final class Repeated extends InputStream {
        private final byte[] head;
        private final byte[] body;
        private final byte[] tail;
        private final long times;
        private long part;
        private InputStream now;

        Repeated(byte[] sample, boolean xml) {
            String text = new String(sample, StandardCharsets.UTF_8);
            int from = xml ? text.indexOf("<IDOC") : 0;
            int to = xml ? text.indexOf("</ORDERS05>") : text.length();
            head = text.substring(0, from).getBytes(StandardCharsets.UTF_8);
            body = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
            tail = text.substring(to).getBytes(StandardCharsets.UTF_8);
            times = BIG / body.length;
            now = new ByteArrayInputStream(head);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = now.read(into, offset, length);
            while (count <= 0 && part <= times) {
                part++;
                now = new ByteArrayInputStream(part <= times ? body : tail);
                count = now.read(into, offset, length);
            }
            return count;
        }
    }
}
