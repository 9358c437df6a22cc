// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.HubHome;
import io.acornhub.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Partner and ERP system on the other side of a bucket: what they drop, what they find, and the hub's files that say so. */
final class S3Peer implements AutoCloseable {
    static final String BUCKET = "exchange";
    static final String ARCHIVE = "archive";
    private final S3Server server;
    private final S3Client client;

    S3Peer(S3Server server) {
        this.server = server;
        this.client = server.client();
    }

    /** Has the hub talk to Amazon by the bucket, take SAP's files from it too, and keep its archive in another. */
    static HubHome home(Path folder, int port) {
        return HubHome.copy(folder).replace("config/partners/amazon-us.yaml", """
              - name: folder
                type: folder
                settings:
                  inbox: partners/amazon-us/inbox
                  outbox: partners/amazon-us/outbox
            """, channel("folder", port, "amazon/in", """
                  upload: amazon/out/
                  afterDownload: move:amazon/in/done/
            """)).replace("config/erp/sap.yaml", "codeLists: sap\n",
            "codeLists: sap\nchannels:\n" + channel("bucket", port, "sap/idocs/", ""));
    }

    private static String channel(String name, int port, String download, String besides) {
        return """
              - name: %s
                type: s3
                settings:
                  bucket: %s
                  endpoint: http://127.0.0.1:%d
                  pathStyle: "true"
                  accessKey: file:s3-access
                  secretKey: file:s3-secret
                  every: PT0.2S
                  download: %s
            """.formatted(name, BUCKET, port, download) + besides;
    }

    /** The settings by which the archive lies in a bucket. */
    static List<String> archive(int port) {
        return List.of("acorn.archive.type=s3", "acorn.archive.bucket=" + ARCHIVE, "acorn.archive.path-style=true",
            "acorn.archive.endpoint=http://127.0.0.1:" + port, "acorn.archive.access-key=file:s3-access",
            "acorn.archive.secret-key=file:s3-secret");
    }

    static void keys(Path data) {
        try {
            Files.createDirectories(data);
            Files.writeString(data.resolve("s3-access"), S3Server.ACCESS + "\n");
            Files.writeString(data.resolve("s3-secret"), S3Server.SECRET + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop(String key, byte[] bytes) {
        client.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
    }

    void drop(String key, OrderFiles.OrderFile file) {
        drop(key, file.text().getBytes(StandardCharsets.US_ASCII));
    }

    void delete(String key) {
        client.deleteObject(r -> r.bucket(BUCKET).key(key));
    }

    List<String> keys(String prefix) {
        return client.listObjectsV2Paginator(r -> r.bucket(BUCKET).prefix(prefix)).contents().stream().map(S3Object::key).toList();
    }

    /** What lies below a prefix, text by key. */
    Map<String, String> texts(String prefix) {
        Map<String, String> texts = new TreeMap<>();
        for (String key : keys(prefix)) {
            try {
                texts.put(key, client.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String());
            } catch (NoSuchKeyException e) {
                // taken away or replaced since it was listed
            }
        }
        return texts;
    }

    List<String> containing(String prefix, String wanted) {
        return texts(prefix).values().stream().filter(text -> text.contains(wanted)).toList();
    }

    /** Waits for an object for Amazon that contains the text. */
    String awaitToAmazon(String wanted) {
        return SpineHub.patiently("to Amazon by the bucket: " + wanted).until(() -> containing("amazon/out/", wanted),
            found -> !found.isEmpty()).get(0);
    }

    S3Server server() {
        return server;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
