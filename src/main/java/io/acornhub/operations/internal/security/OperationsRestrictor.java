// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.security;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.policy.PolicyRestrictor;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What Jolokia, and so Hawtio, may do: the policy of {@code jolokia-access.xml}, of which this adds what XML cannot say. Jolokia
 * takes the one bean of type {@link Restrictor} that it finds.
 */
@Component
final class OperationsRestrictor implements Restrictor {
    private static final String POLICY = "jolokia-access.xml";
    private static final Set<String> SHOWN = Set.of("org.apache.camel", "org.apache.activemq", "java.lang", "hawtio", "jolokia");
    private final Restrictor policy;
    private final OwnOrigin ownOrigin;

    OperationsRestrictor(OwnOrigin ownOrigin) throws IOException {
        this.ownOrigin = ownOrigin;
        try (InputStream xml = new ClassPathResource(POLICY).getInputStream()) {
            policy = new PolicyRestrictor(xml);
        }
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return policy.isHttpMethodAllowed(method);
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return policy.isTypeAllowed(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        return policy.isAttributeReadAllowed(name, attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return false;
    }

    /** Callers may add a signature, {@code browse(java.lang.String)}; the policy knows the plain names. */
    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        int signature = operation.indexOf('(');
        return policy.isOperationAllowed(name, signature < 0 ? operation : operation.substring(0, signature));
    }

    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return policy.isRemoteAccessAllowed(hostOrAddress);
    }

    /**
     * @param strict true: may this call be served; false: may the answer invite the origin to call, which is never so
     */
    @Override
    public boolean isOriginAllowed(String origin, boolean strict) {
        return strict && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
            && ownOrigin.allows(current.getRequest());
    }


    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        return !SHOWN.contains(name.getDomain());
    }

    /** A proxy that ends TLS changes the scheme; {@link OwnOrigin} compares the host. */
    @Override
    public boolean ignoreScheme() {
        return true;
    }
}
