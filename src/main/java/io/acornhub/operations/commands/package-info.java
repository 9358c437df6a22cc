// SPDX-License-Identifier: Apache-2.0
/** The command line: {@code check}, {@code translate} and {@code labels}, which need no running hub, broker or database. */
@NamedInterface("commands")
package io.acornhub.operations.commands;

import org.springframework.modulith.NamedInterface;
