// SPDX-License-Identifier: Apache-2.0
/** The SFTP server inside the hub, for partners and ERP systems that push and fetch: logins, jails, uploads that appear whole. */
@NamedInterface("sftp")
package io.acornhub.channel.sftp;

import org.springframework.modulith.NamedInterface;
