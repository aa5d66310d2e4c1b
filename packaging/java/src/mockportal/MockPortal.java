// SPDX-License-Identifier: Apache-2.0
package mockportal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of this class, or this test, get a portal of their own: each a new one, as a parameter of type {@link Portal}.
 *
 * <p>The value is the scenario: {@code theme/name}, a path that begins with {@code .} or {@code /} or ends in {@code .json5}, or a
 * scenario itself in JSON5.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MockPortalExtension.class)
public @interface MockPortal {
    String value() default "start/federated";

    /** Whether the clock stands still until the test moves it. */
    boolean frozen() default false;
}
