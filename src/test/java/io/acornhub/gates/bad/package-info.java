// SPDX-License-Identifier: Apache-2.0
/** Deliberately bad code: each class breaks one rule, and a test proves that the rule reports it. Nothing here ever runs. */
package io.acornhub.gates.bad;
