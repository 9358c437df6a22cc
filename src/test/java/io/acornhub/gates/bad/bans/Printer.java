// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans;

/** Prints, sleeps, and shows the user a stack. */
public class Printer {
    void print() {
        try {
            System.out.println("ready");
            Thread.sleep(1);
        } catch (InterruptedException e) {
            e.printStackTrace();
        }
    }
}
