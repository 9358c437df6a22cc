// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries what one type of channel needs. No document is sent or fetched, and nothing is written unless that was asked for. */
@FunctionalInterface
public interface ConnectionProbe {

    /**
     * Tries the connection, step after step.
     *
     * @return what was tried, in that order; a step that fails ends those that need it
     */
    List<ProbeResult> probe(ProbeTarget target);

    /** The probe for a type of channel; empty for those that are tried elsewhere or not at all. */
    static Optional<ConnectionProbe> of(String type) {
        TlsProbe post = new TlsProbe();
        Map<String, ConnectionProbe> probes = Map.of("folder", new FolderProbe(), "as2", post, "http", post, "sftp", new SftpProbe(),
            "ftp", new FtpProbe(), "sftp-server", new SftpServerProbe());
        return Optional.ofNullable(probes.get(type));
    }
}
