// SPDX-License-Identifier: Apache-2.0
/**
 * What routes cannot say about the ways to partners and ERP systems: certificates and keys, AS2 messages and receipts, signatures
 * of HTTP posts, host keys, the SFTP server inside the hub. It moves no documents and keeps no rows; {@code routing} does.
 */
@ApplicationModule(allowedDependencies = {"interchange", "partner"})
package io.acornhub.channel;

import org.springframework.modulith.ApplicationModule;
