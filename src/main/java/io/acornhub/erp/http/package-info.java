// SPDX-License-Identifier: Apache-2.0
/** Systems that documents are posted to as JSON or in a format of their own. */
@NamedInterface("http")
package io.acornhub.erp.http;

import org.springframework.modulith.NamedInterface;
