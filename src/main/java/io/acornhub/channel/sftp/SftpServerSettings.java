// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.sftp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code acorn.sftp-server.*} of the server inside the hub.
 *
 * @param address the server listens at; empty for all of the machine
 * @param port 0 for any
 * @param hostKey file of its private key, made where there is none; relative to the data folder
 * @param idle how long a session may say nothing
 * @param login how long a login may take
 * @param sessions of one user at once
 * @param largest bytes of one file; 0 takes acorn.flow.largest
 * @param quota bytes that may wait in one user's inbox; 0 for no bound
 * @param unfinished how long what was not uploaded to its end is kept
 */
@ConfigurationProperties("acorn.sftp-server")
public record SftpServerSettings(@DefaultValue("false") boolean enabled, @DefaultValue("") String address,
                                 @DefaultValue("2222") int port, @DefaultValue("sftp-server/host_key") String hostKey,
                                 @DefaultValue("PT5M") Duration idle, @DefaultValue("PT30S") Duration login,
                                 @DefaultValue("10") int sessions, @DefaultValue("0") long largest,
                                 @DefaultValue("10737418240") long quota, @DefaultValue("P1D") Duration unfinished) {
}
