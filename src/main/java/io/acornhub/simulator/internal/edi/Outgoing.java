// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import io.acornhub.simulator.EdiPartnerSettings;
import io.acornhub.simulator.internal.x12.Answer997;
import io.acornhub.simulator.internal.x12.Envelope;
import io.acornhub.simulator.internal.x12.X12Group;
import io.acornhub.simulator.internal.x12.X12Interchange;
import io.acornhub.simulator.internal.x12.X12Segment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What Amazon sends: made under the state's lock, written to the folder without it. */
final class Outgoing {
    /** Numbers made of the time count tenths of a second from here, so that restarts do not use one twice for three years. */
    private static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");
    private static final long TENTH = 100;
    private static final long NUMBERS = 999_999_999;
    private final Envelope envelope;
    private final SentGroups sent;
    private final Folders folders;
    private final List<File> files = new ArrayList<>();

    private record File(String name, byte[] bytes) {
    }

    Outgoing(EdiPartnerSettings settings, SentGroups sent, Folders folders, Instant now) {
        long first = settings.firstNumber() > 0 ? settings.firstNumber()
            : Math.floorMod(Duration.between(EPOCH, now).toMillis() / TENTH, NUMBERS) + 1;
        this.envelope = new Envelope(settings, first);
        this.sent = sent;
        this.folders = folders;
    }

    /** One group of sets of a kind; {@code keys} are the numbers they are known by. */
    void send(String group, String release, String code, List<List<X12Segment>> sets, List<String> keys, Instant now) {
        Envelope.Written written = envelope.write(group, release, code, sets, now);
        String name = code + "-" + written.control() + ".edi";
        sent.add(code, written.control(), name, keys, now);
        files.add(new File(name, written.bytes()));
    }

    void acknowledge(X12Group group, Answer997 answer, Instant now) {
        String release = group.release().startsWith("005010") ? "005010" : "004010";
        Envelope.Written written = envelope.write("FA", release, "997", List.of(answer.segments()), now);
        files.add(new File("997-" + written.control() + ".edi", written.bytes()));
    }

    void technical(X12Interchange interchange, String verdict, String code, Instant now) {
        Envelope.Written written = envelope.technical(interchange, verdict, code, now);
        files.add(new File("TA1-" + written.control() + ".edi", written.bytes()));
    }

    /** Writes what was made, in that order. */
    void flush() throws IOException {
        while (!files.isEmpty()) {
            folders.write(files.get(0).name(), files.get(0).bytes());
            files.remove(0);
        }
    }
}
