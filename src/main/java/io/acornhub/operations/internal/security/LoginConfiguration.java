// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.security;

import io.acornhub.operations.internal.api.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;

/** One login for API, Hawtio and actuator; only the health probes are open. */
@Configuration
@EnableConfigurationProperties(OperatorProperties.class)
class LoginConfiguration {
    static final String ROLE = "OPERATOR";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingEncoder();
    }

    @Bean
    UserDetailsService operators(OperatorProperties operator, PasswordEncoder encoder, @Value("${acorn.data:data}") Path data) {
        Path file = operator.file() == null ? data.resolve("operator.properties") : operator.file();
        String hash = new OperatorPassword(encoder).hash(operator.password(), file);
        return new InMemoryUserDetailsManager(User.withUsername(operator.name()).password(hash).roles(ROLE).build());
    }

    @Bean
    OwnOrigin ownOrigin(OperatorProperties operator) {
        return new OwnOrigin(operator.origins());
    }

    @Bean
    LoginThrottle loginThrottle(ProblemWriter problems) {
        return new LoginThrottle(problems, Clock.systemUTC());
    }

    /** The throttle stands in the security chain only. */
    @Bean
    FilterRegistrationBean<LoginThrottle> loginThrottleOnlyInChain(LoginThrottle throttle) {
        FilterRegistrationBean<LoginThrottle> registration = new FilterRegistrationBean<>(throttle);
        registration.setEnabled(false);
        return registration;
    }

    /**
     * What partners and ERP systems post is let through to its route, which asks for their own credentials or signatures. Told by the
     * path of Camel's servlet: a pattern would be matched against Spring's own.
     */
    @Bean
    @Order(1)
    SecurityFilterChain exchangeSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher(request -> "/exchange".equals(request.getServletPath()))
            .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
            .csrf(CsrfConfigurer::disable).requestCache(RequestCacheConfigurer::disable)
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)).build();
    }

    @Bean
    SecurityFilterChain hubSecurity(HttpSecurity http, OwnOrigin ownOrigin, LoginThrottle throttle, ProblemWriter problems)
        throws Exception {
        MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(new HeaderContentNegotiationStrategy(),
            MediaType.TEXT_HTML);
        browser.setUseEquals(true);
        return http
            .authorizeHttpRequests(requests -> requests
                .requestMatchers(EndpointRequest.to(HealthEndpoint.class)).permitAll()
                .requestMatchers("/error").permitAll()
                .anyRequest().hasRole(ROLE))
            .formLogin(form -> form.defaultSuccessUrl("/actuator/hawtio/"))
            .logout(Customizer.withDefaults())
            .httpBasic(basic -> basic.authenticationEntryPoint(
                (request, response, refused) -> challenge(request, response, problems)))
            .exceptionHandling(handling -> handling
                .accessDeniedHandler((request, response, denied) -> problems.write(request, response, HttpStatus.FORBIDDEN,
                    "Refused: " + denied.getMessage()))
                .defaultAuthenticationEntryPointFor((request, response, refused) -> challenge(request, response, problems),
                    request -> !browser.matches(request)))
            .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                .csrfTokenRequestHandler(new CsrfTokens())
                .ignoringRequestMatchers(LoginConfiguration::bringsItsPassword))
            .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
            .addFilterAfter(new OwnOriginFilter(ownOrigin, problems), HeaderWriterFilter.class)
            .addFilterAfter(throttle, OwnOriginFilter.class)
            .build();
    }

    /** A browser adds no such header to another site's call without asking first, and {@link OwnOriginFilter} refuses that. */
    private static boolean bringsItsPassword(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    private static void challenge(HttpServletRequest request, HttpServletResponse response, ProblemWriter problems)
        throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Acorn Hub\", charset=\"UTF-8\"");
        problems.write(request, response, HttpStatus.UNAUTHORIZED, "Log in as the operator (HTTP Basic).");
    }
}
