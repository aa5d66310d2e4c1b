// SPDX-License-Identifier: Apache-2.0
package mockportal;

/** What a control endpoint refused, in its own words. */
public final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    ControlException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
