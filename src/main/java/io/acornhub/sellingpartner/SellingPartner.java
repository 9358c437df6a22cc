// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

/**
 * Makes calls. Each waits for its place in the usage plan, carries a valid token, and is kept with Amazon's request id. What may
 * safely be repeated is repeated a bounded number of times; what is left is told by the result and is the caller's to decide.
 */
public interface SellingPartner {

    CallResult call(Connection connection, Call call);
}
