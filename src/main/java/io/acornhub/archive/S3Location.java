// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import java.util.function.Supplier;

/**
 * A bucket of Amazon S3 or of anything that speaks its protocol, and how to log in.
 *
 * @param region for example {@code us-east-1}; empty where the endpoint wants none, or where the environment names it
 * @param endpoint address of a server that is not Amazon's, for example {@code https://minio.example.com}; empty for Amazon
 * @param pathStyle whether the bucket stands in the path of the address rather than in the host's name
 * @param keys access key and secret key, asked for each request so that they can be replaced; null for those that the environment
 *             offers (variables, profile, role of the machine or container)
 */
public record S3Location(String bucket, String region, String endpoint, boolean pathStyle, Supplier<Keys> keys) {

    /** The name and the secret of a login. */
    public record Keys(String access, String secret) {

        @Override
        public String toString() {
            return "keys of " + access;
        }
    }
}
