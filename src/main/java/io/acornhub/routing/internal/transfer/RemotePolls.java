// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Leases;
import io.acornhub.routing.Queues;
import io.acornhub.routing.internal.watch.StageWatch;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One hub process at a time looks at a server; what goes wrong is said once, and again when it is over. */
final class RemotePolls implements PollingConsumerPollStrategy, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RemotePolls.class);
    private static final int LONGEST = 80;
    private final RemoteSettings settings;
    private final Leases leases;
    private final StageWatch watch;
    private final String stage;

    RemotePolls(RemoteSettings settings, Leases leases, StageWatch watch) {
        this.settings = settings;
        this.leases = leases;
        this.watch = watch;
        this.stage = StageWatch.stage(Queues.INBOUND_RECEIVE, settings.connection());
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        String name = "remote " + settings.connection();
        return leases.holds(name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name);
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        watch.works(stage);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        tell(cause);
        return false;
    }

    /** Once, until something else is wrong. */
    private void tell(Throwable cause) {
        ChannelFault fault = SftpLogin.fault(settings, "looking for files", cause);
        if (watch.fails(stage, fault.getMessage())) {
            LOG.error("receive   {} cannot be looked at, and is again at its pace: {}", settings.connection(), fault.getMessage());
        }
    }

    @Override
    public void handleException(Throwable exception) {
        handleException("", null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    /** Mostly a file that was taken in and could not be deleted or moved: it comes again, and makes no second delivery. */
    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        GenericFile<?> file = exchange == null ? null : exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, GenericFile.class);
        if (file == null) {
            tell(exception);
            return;
        }
        String name = RemoteNames.plain(file.getFileNameOnly());
        LOG.warn("receive   file {} of {} stays on the server for now: {}", name, settings.connection(),
            SftpLogin.fault(settings, "after it was fetched", exception).getMessage());
    }
}
