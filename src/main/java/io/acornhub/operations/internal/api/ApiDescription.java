// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.Components;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI description at {@code /api/openapi}. */
@Configuration
class ApiDescription {
    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
            .info(new Info().title("Acorn Hub").version("1").description("Find documents, see where they are, decide what is "
                + "held. Errors are problem details (RFC 9457)."))
            .components(new Components().addSecuritySchemes("basic",
                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
            .addSecurityItem(new SecurityRequirement().addList("basic"));
    }
}
