// SPDX-License-Identifier: Apache-2.0
/** Amazon's static sandbox: it answers from files and remembers nothing. */
package io.acornhub.simulator.internal.sandbox;
