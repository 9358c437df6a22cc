// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans;

import java.util.Date;

/** Keeps time as in 1995. */
public class OldDates {
    Date date;
}
