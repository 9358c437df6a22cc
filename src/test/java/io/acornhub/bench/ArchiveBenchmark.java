// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.S3Server;
import io.acornhub.archive.Archive;
import io.acornhub.archive.S3Bucket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The archive in a bucket against the archive on disk, in the same run: an entry of 10 KB is stored, read whole once and in four
 * slices, as a file of four documents is. The server runs beside on loopback, so what is measured is what the hub and the server
 * do, not a line.
 * <pre>java -cp target/test-classes:target/classes:$(cat cp.txt) io.acornhub.bench.ArchiveBenchmark 1000</pre>
 */
public final class ArchiveBenchmark {
    private static final int SIZE = 10_240;
    private static final int SLICES = 4;
    private static final int ROUNDS = 3;

    private ArchiveBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.WARN);
        int entries = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        Path folder = Files.createTempDirectory("archive-benchmark");
        try (S3Server server = new S3Server(folder.resolve("s3")).makeBucket("bench")) {
            Archive disk = Archive.onDisk(folder.resolve("disk"));
            Archive copies = Archive.onS3(new S3Bucket(server.location("bench")), "a/", folder.resolve("copies"), 1L << 30);
            Archive none = Archive.onS3(new S3Bucket(server.location("bench")), "b/", folder.resolve("none"), 0);
            for (int round = 0; round <= ROUNDS; round++) {
                double[] onDisk = seconds(disk, entries, round);
                double[] withCopies = seconds(copies, entries, round);
                double[] without = seconds(none, entries, round);
                if (round > 0) {
                    System.out.printf("round %d, %d entries of %d bytes, seconds (store / read and %d slices):%n"
                        + "  disk %.2f / %.2f   bucket with copies %.2f / %.2f   without %.2f / %.2f%n"
                        + "  time over disk's, all: with copies %.2f, without %.2f%n", round, entries, SIZE, SLICES, onDisk[0], onDisk[1],
                        withCopies[0], withCopies[1], without[0], without[1], ratio(withCopies, onDisk), ratio(without, onDisk));
                }
            }
        }
    }

    private static double ratio(double[] one, double[] other) {
        return (one[0] + one[1]) / (other[0] + other[1]);
    }

    private static double[] seconds(Archive archive, int entries, int round) throws IOException {
        Random random = new Random(round);
        byte[] bytes = new byte[SIZE];
        List<String> stored = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < entries; i++) {
            random.nextBytes(bytes);
            stored.add(archive.store(new ByteArrayInputStream(bytes)).sha256());
        }
        long middle = System.nanoTime();
        for (String sha256 : stored) {
            try (InputStream in = archive.open(sha256)) {
                in.readAllBytes();
            }
            for (int slice = 0; slice < SLICES; slice++) {
                archive.slice(sha256, (long) slice * SIZE / SLICES, SIZE / SLICES);
            }
        }
        return new double[] {(middle - begin) / 1e9, (System.nanoTime() - middle) / 1e9};
    }
}
