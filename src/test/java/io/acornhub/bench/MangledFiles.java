// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Files that are nearly right, or not at all: the project's own samples, mangled in every way that a seed thinks of. */
public final class MangledFiles {
    private static final String EXOTIC = "\u001c\u001d\u001e\u001f|!:;\n\r\u0000A0 \\\"'";
    private static final int LONGEST = 500_000;
    private final Random random;
    private final List<byte[]> originals;

    public MangledFiles(long seed, List<byte[]> originals) {
        this.random = new Random(seed);
        this.originals = originals;
    }

    /** Every input sample of the mapping bundles, good and bad ones. */
    public static List<byte[]> samples() {
        try (Stream<Path> files = Files.walk(Path.of("edi-mappings"))) {
            List<byte[]> all = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().matches(".*/samples/(accepts|rejects)/.*[.](edi|idoc|xml|json|csv)")
                && !f.toString().contains("expected-fault")).sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] next() {
        if (random.nextInt(25) == 0) {
            return noise(random.nextInt(3000));
        }
        byte[] file = originals.get(random.nextInt(originals.size())).clone();
        for (int times = 1 + random.nextInt(3); times > 0 && file.length < LONGEST; times--) {
            file = mangled(file);
        }
        return file;
    }

    private byte[] mangled(byte[] file) {
        if (file.length == 0) {
            return noise(10);
        }
        return switch (random.nextInt(15)) {
            case 0 -> flipped(file);
            case 1 -> Arrays.copyOf(file, random.nextInt(file.length));
            case 2 -> Arrays.copyOfRange(file, random.nextInt(file.length), file.length);
            case 3 -> inserted(file, noise(1 + random.nextInt(40)));
            case 4 -> inserted(file, new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xF0, (byte) 0x9F});
            case 5, 6 -> segments(file);
            case 7 -> numbers(file);
            case 8 -> delimiter(file);
            case 9 -> inserted(file, "9".repeat(1 + random.nextInt(200_000)).getBytes(StandardCharsets.US_ASCII));
            case 10 -> deep(file);
            case 11 -> joined(file, originals.get(random.nextInt(originals.size())));
            case 12 -> inserted(file, pick("-", "1E9", "1e999999999", "~~~", "ISA*", "IEA*1*000000001~", "ST*850*0001~",
                "{", "}", "<", "]]>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "\"", "\u0000", "-0", "99999999999999999999"));
            case 13 -> element(file);
            default -> swapped(file);
        };
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] pick(String... texts) {
        return texts[random.nextInt(texts.length)].getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] file) {
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return file;
    }

    private byte[] inserted(byte[] file, byte[] what) {
        int at = random.nextInt(file.length);
        return joined(joined(Arrays.copyOf(file, at), what), Arrays.copyOfRange(file, at, file.length));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(one.length + other.length);
        all.writeBytes(one);
        all.writeBytes(other);
        return all.toByteArray();
    }

    /** Lines or segments doubled, dropped, moved. */
    private byte[] segments(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String end = text.startsWith("ISA") && text.length() > 106 ? text.substring(105, 106) : text.contains("\n") ? "\n" : ">";
        List<String> parts = new ArrayList<>(List.of(text.split(java.util.regex.Pattern.quote(end), -1)));
        int at = random.nextInt(parts.size());
        switch (random.nextInt(4)) {
            case 0 -> parts.remove(at);
            case 1 -> parts.add(at, parts.get(random.nextInt(parts.size())));
            case 2 -> Collections.swap(parts, at, random.nextInt(parts.size()));
            default -> parts.addAll(at, Collections.nCopies(random.nextInt(1 + LONGEST / (10 + parts.get(at).length())),
                parts.get(at)));
        }
        return String.join(end, parts).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Digits become other digits: counts, control numbers, dates, quantities. */
    private byte[] numbers(byte[] file) {
        for (int i = 0; i < file.length; i++) {
            if (file[i] >= '0' && file[i] <= '9' && random.nextInt(20) == 0) {
                file[i] = (byte) ('0' + random.nextInt(10));
            }
        }
        return file;
    }

    private byte[] delimiter(byte[] file) {
        if (file.length > 106) {
            int at = new int[] {3, 82, 104, 105}[random.nextInt(4)];
            byte old = file[at];
            byte other = (byte) EXOTIC.charAt(random.nextInt(EXOTIC.length()));
            boolean everywhere = random.nextBoolean();
            for (int i = 0; i < file.length; i++) {
                if (i == at || everywhere && file[i] == old) {
                    file[i] = other;
                }
            }
        }
        return file;
    }

    /** A tree of levels (HL, brackets, tags) as deep as it gets. */
    private byte[] deep(byte[] file) {
        int depth = 1 + random.nextInt(20_000);
        StringBuilder text = new StringBuilder();
        int kind = random.nextInt(3);
        for (int i = 1; i <= depth; i++) {
            text.append(kind == 0 ? "HL*" + (i + 1) + "*" + i + "*P~" : kind == 1 ? "{\"a\":[" : "<a>");
        }
        return inserted(file, text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** An element emptied, or taken from elsewhere in the file. */
    private byte[] element(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String by = text.startsWith("ISA") ? "*" : text.startsWith("{") ? "\"" : " ";
        String[] parts = text.split(java.util.regex.Pattern.quote(by), -1);
        parts[random.nextInt(parts.length)] = random.nextBoolean() ? "" : parts[random.nextInt(parts.length)];
        return String.join(by, parts).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] swapped(byte[] file) {
        int one = random.nextInt(file.length);
        int other = random.nextInt(file.length);
        byte kept = file[one];
        file[one] = file[other];
        file[other] = kept;
        return file;
    }
}
