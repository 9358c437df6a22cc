// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans;

import org.springframework.beans.factory.annotation.Autowired;

/** Hides what it needs. */
public class Injected {
    @Autowired
    private Runnable service;

    @Autowired
    void setService(Runnable service) {
        this.service = service;
    }
}
