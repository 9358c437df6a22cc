// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.channel.sftp.SftpServer;
import io.acornhub.channel.sftp.SftpServerSettings;
import io.acornhub.channel.sftp.SftpUser;
import io.acornhub.interchange.Leases;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.partner.Secrets;
import io.acornhub.routing.HubSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the SFTP server where it is enabled, in one process of the hub at a time: the one that holds the lease listens, and another
 * takes over when that one is gone. Users are the channels of type {@code sftp-server} of partners and ERP systems.
 */
@Component
@EnableConfigurationProperties(SftpServerSettings.class)
public class SftpServerHost implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger("io.acornhub.config");
    private static final long LOOK_SECONDS = 5;
    private final SftpServerSettings settings;
    private final Configuration configuration;
    private final HubSettings hub;
    private final Secrets secrets;
    private final Leases leases;
    private ScheduledExecutorService looks;
    private SftpServer server;
    private String wrong;

    SftpServerHost(SftpServerSettings settings, Configuration configuration, HubSettings hub, Secrets secrets, Leases leases) {
        this.settings = settings;
        this.configuration = configuration;
        this.hub = hub;
        this.secrets = secrets;
        this.leases = leases;
    }

    @Override
    public synchronized void start() {
        if (!settings.enabled()) {
            return;
        }
        look();
        looks = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sftp-server-look");
            thread.setDaemon(true);
            return thread;
        });
        looks.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private synchronized void look() {
        try {
            if (!leases.holds("sftp-server")) {
                end();
                return;
            }
            if (server == null) {
                SftpServer fresh = new SftpServer(settings, users(), secrets, hub.data(), hub.flow().largest(), Clock.systemUTC());
                fresh.start();
                server = fresh;
                wrong = null;
            }
            server.sweep();
        } catch (IOException | RuntimeException e) {
            if (!e.toString().equals(wrong)) {
                wrong = e.toString();
                LOG.error("config    the SFTP server (acorn.sftp-server.*) does not run: {}; tried again every {} s", e.getMessage(),
                    LOOK_SECONDS);
            }
        }
    }

    /** The server, where this process runs it; for its port and host key. */
    public synchronized SftpServer server() {
        return server;
    }

    private List<SftpUser> users() {
        Map<String, List<SftpUser>> byName = new LinkedHashMap<>();
        for (Partner partner : configuration.partners()) {
            partner.channels().forEach(channel -> user(byName, "config/partners/" + partner.name() + ".yaml", partner.name(), channel));
        }
        for (ErpSystem system : configuration.erpSystems()) {
            system.channels().forEach(channel -> user(byName, "config/erp/" + system.name() + ".yaml", system.name(), channel));
        }
        List<SftpUser> users = new ArrayList<>();
        byName.forEach((name, same) -> {
            if (same.size() == 1) {
                users.add(same.get(0));
            } else {
                LOG.error("config    user {} of the SFTP server stands in more than one channel ({}), so he cannot log in; give each a"
                    + " name of its own", name, same.stream().map(SftpUser::connection).toList());
            }
        });
        return users;
    }

    private void user(Map<String, List<SftpUser>> users, String file, String owner, Channel channel) {
        if (!channel.enabled() || !Channel.SFTP_SERVER.equals(channel.type())) {
            return;
        }
        Map<String, String> set = channel.settings();
        try {
            String name = set.getOrDefault("user", owner + "-" + channel.name());
            users.computeIfAbsent(name, n -> new ArrayList<>()).add(new SftpUser(name, owner + "-" + channel.name(), text(set, "keys"),
                text(set, "password"), folder(set, "inbox"), folder(set, "outbox")));
        } catch (IllegalArgumentException e) {
            LOG.error("config    {}, channel {}: its user cannot log in to the SFTP server: {}", file, channel.name(), e.getMessage());
        }
    }

    private static String text(Map<String, String> settings, String name) {
        String value = settings.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private Path folder(Map<String, String> settings, String name) {
        String value = text(settings, name);
        return value == null ? null : hub.inData(value).toAbsolutePath().normalize();
    }

    private void end() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                LOG.warn("config    the SFTP server does not end: {}", e.getMessage());
            }
            server = null;
        }
    }

    @Override
    public synchronized void stop() {
        if (looks != null) {
            looks.shutdownNow();
            looks = null;
        }
        end();
    }

    @Override
    public synchronized boolean isRunning() {
        return looks != null;
    }
}
