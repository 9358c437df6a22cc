// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns {@code acorn.home} (default: the folder the hub is started in) and {@code acorn.data} (or {@code ACORN_DATA}; default:
 * {@code data} in the home) into absolute paths before anything reads them, and has Spring read {@code <home>/config}.
 */
public class HubLocations implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path home = Path.of(environment.getProperty("acorn.home", ".")).toAbsolutePath().normalize();
        String data = environment.getProperty("acorn.data", environment.getProperty("ACORN_DATA", "data"));
        environment.getPropertySources().addFirst(new MapPropertySource("acorn-locations", Map.of(
            "acorn.home", home.toString(), "acorn.data", home.resolve(data).normalize().toString(),
            "spring.config.additional-location", "optional:file:" + home.resolve("config") + "/")));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }
}
