// SPDX-License-Identifier: Apache-2.0
package mockportal;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each test a portal of its own, from one process for the run; the journal of a test that fails is reported. */
public final class MockPortalExtension implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(MockPortalExtension.class);

    /** The process ends when JUnit closes the store of the run. */
    private static final class Shared implements Store.CloseableResource {
        final PortalProcess process = PortalProcess.start("start/standalone");

        @Override
        public void close() {
            process.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Portal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Portal.class, key -> {
            Shared shared = context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Shared.class, k -> new Shared(), Shared.class);
            Optional<MockPortal> mark = AnnotationSupport.findAnnotation(context.getElement(), MockPortal.class);
            if (mark.isEmpty()) mark = context.getTestClass().flatMap(type -> AnnotationSupport.findAnnotation(type, MockPortal.class));
            Portal portal = shared.process.deploy(mark.map(MockPortal::value).orElse("start/federated"));
            if (mark.map(MockPortal::frozen).orElse(false)) portal.freeze();
            return portal;
        }, Portal.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Portal portal = context.getStore(NAMESPACE).get(Portal.class, Portal.class);
        if (portal != null && context.getExecutionException().isPresent()) {
            context.publishReportEntry(Map.of("mock-portal: what came, and why it was refused", "\n" + portal.transcript()));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Portal portal = context.getStore(NAMESPACE).remove(Portal.class, Portal.class);
        if (portal != null) portal.close();
    }
}
