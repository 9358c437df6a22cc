// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.base;

import java.util.List;

/** An answer that is not the one asked for, in Amazon's form: a status and a list of errors. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient List<ApiError> errors;

    /** Code, message and details of Amazon's {@code errors[]}. */
    public record ApiError(String code, String message, String details) {
        public ApiError(String code, String message) {
            this(code, message, "");
        }
    }

    public Problem(int status, List<ApiError> errors) {
        super(status + " " + errors, null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    public Problem(int status, String code, String message, String details) {
        this(status, List.of(new ApiError(code, message, details)));
    }

    public static Problem invalid(String message) {
        return new Problem(400, "InvalidInput", message, "");
    }

    public static Problem notFound(String message) {
        return new Problem(404, "ResourceNotFound", message, "");
    }

    /** Missing role, wrong region, wrong or old token, and a path that does not exist: Amazon says the same of all. */
    public static Problem unauthorized(String details) {
        return new Problem(403, "Unauthorized", "Access to requested resource is denied.", details);
    }

    public static Problem quotaExceeded() {
        return new Problem(429, "QuotaExceeded", "You exceeded your quota for the requested resource.", "");
    }

    public static Problem internalFailure() {
        return new Problem(500, "InternalFailure", "We encountered an internal error. Please try again.", "");
    }

    public static Problem unavailable() {
        return new Problem(503, "ServiceUnavailable", "Service is temporarily unavailable. Please try again.", "");
    }

    public int status() {
        return status;
    }

    public List<ApiError> errors() {
        return errors;
    }
}
