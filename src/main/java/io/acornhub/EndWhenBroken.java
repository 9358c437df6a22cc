// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationListener;

/**
 * Ends the process at once when what it stores in is beyond use, as it is after a write on a full disk: nothing it could still do would
 * be kept. The next start goes on from what is stored, as after a kill; whatever supervises the process starts it again.
 */
class EndWhenBroken implements ApplicationListener<AvailabilityChangeEvent<LivenessState>> {
    /** EX_IOERR of sysexits.h. */
    static final int EXIT_CODE = 74;
    private static final Logger LOG = LoggerFactory.getLogger(EndWhenBroken.class);

    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<LivenessState> event) {
        if (event.getState() == LivenessState.BROKEN) {
            LOG.error("The hub ends itself (exit code {}): {}. Nothing that was taken or answered is lost. See that the disk of the data "
                + "folder has room and can be written, then start it again.", EXIT_CODE, event.getSource());
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
