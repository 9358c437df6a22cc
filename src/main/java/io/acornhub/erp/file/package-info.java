// SPDX-License-Identifier: Apache-2.0
/** Systems that exchange files of canonical JSON, and give carton lists as CSV. */
@NamedInterface("file")
package io.acornhub.erp.file;

import org.springframework.modulith.NamedInterface;
