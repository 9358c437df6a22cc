// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import io.acornhub.archive.S3Location;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients that get along with servers which speak an older S3 than Amazon's: no chunked bodies, no checksums in trailers. */
public final class S3Clients {
    private static final String ANY_REGION = "us-east-1";

    private S3Clients() {
    }

    /** @throws RuntimeException if the endpoint is no address, or no region is set and the environment names none */
    public static S3Client of(S3Location location) {
        S3ClientBuilder builder = S3Client.builder().forcePathStyle(location.pathStyle())
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD));
        boolean elsewhere = !location.endpoint().isBlank();
        if (elsewhere) {
            builder.endpointOverride(URI.create(location.endpoint()));
        }
        if (elsewhere || !location.region().isBlank()) {
            builder.region(Region.of(location.region().isBlank() ? ANY_REGION : location.region()));
        }
        if (location.keys() != null) {
            builder.credentialsProvider(() -> keys(location));
        }
        return builder.build();
    }

    private static AwsBasicCredentials keys(S3Location location) {
        S3Location.Keys keys;
        try {
            keys = location.keys().get();
        } catch (RuntimeException e) {
            throw new S3Faults.NoKeys(e.getMessage());
        }
        return AwsBasicCredentials.create(keys.access(), keys.secret());
    }
}
