// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.security;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code acorn.operator.*}: the one login of API, Hawtio and actuator.
 *
 * @param password null or blank: generated at the first start
 * @param file keeps the hash of the generated password; null: {@code operator.properties} in the data folder
 * @param origins further origins a browser may call from, such as {@code https://hub.example.com}
 */
@ConfigurationProperties("acorn.operator")
public record OperatorProperties(@DefaultValue("operator") String name, String password, Path file,
                                 @DefaultValue List<String> origins) {
    @Override
    public String toString() {
        return "operator " + name;
    }
}
