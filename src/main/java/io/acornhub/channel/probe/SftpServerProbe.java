// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

import io.acornhub.partner.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** The hub's own SFTP server as one user finds it: the port, the user's keys, the folders. */
final class SftpServerProbe implements ConnectionProbe {

    @Override
    public List<ProbeResult> probe(ProbeTarget target) {
        List<ProbeResult> results = new ArrayList<>();
        List<ProbeResult> port = new Reach(target.patience()).tcp("localhost", target.serverPort());
        results.add(port.stream().anyMatch(ProbeResult::isFailed) ? ProbeResult.failed("port", "nothing listens at " + target.serverPort(),
            "say acorn.sftp-server.enabled: true in config/application.yaml and start the hub") : ProbeResult.ok("port", target.serverPort()
            + " is open"));
        if (!target.setting("keys").isEmpty()) {
            results.add(keys(target));
        }
        results.addAll(new FolderProbe().probe(target));
        return results;
    }

    private static ProbeResult keys(ProbeTarget target) {
        try {
            int keys = 0;
            for (String line : target.value("keys").lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
                AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
                keys++;
            }
            return keys == 0 ? ProbeResult.failed("keys", "there is no key in " + target.setting("keys"),
                "put the partner's public keys there")
                : ProbeResult.ok("keys", keys + " in " + target.setting("keys"));
        } catch (Secrets.MissingSecret e) {
            return ProbeResult.failed("keys", e.getMessage(), "put the partner's public keys there, one a line as in authorized_keys");
        } catch (Exception e) {
            return ProbeResult.failed("keys", target.setting("keys") + " has a line that is no public key: " + e.getMessage(),
                "one key a line, as in authorized_keys");
        }
    }
}
