// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.routing.HubSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.stereotype.Component;

/**
 * Leaves a file alone until it has the same size and time as at the poll before and has rested for the settle time, and
 * always while it is called like something unfinished. Unlike Camel's own read lock it never makes other files wait.
 */
@Component("settledFiles")
public class SettledFiles implements GenericFileFilter<Object> {
    private static final int REMEMBERED = 100_000;
    private final long settleMillis;
    private final Map<String, String> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    public SettledFiles(HubSettings settings) {
        settleMillis = settings.flow().settle().toMillis();
    }

    @Override
    public synchronized boolean accept(GenericFile<Object> file) {
        if (file.isDirectory()) {
            return false;
        }
        String name = file.getFileNameOnly();
        if (name.startsWith(".") || name.matches("(?i).*\\.(part|tmp|filepart|crdownload)")) {
            return false;
        }
        long age = System.currentTimeMillis() - file.getLastModified();
        String now = file.getFileLength() + "@" + file.getLastModified();
        String before = seen.put(file.getAbsoluteFilePath(), now);
        boolean settled = age >= settleMillis && (now.equals(before) || age >= 10 * settleMillis);
        if (settled) {
            seen.remove(file.getAbsoluteFilePath());
        }
        return settled;
    }
}
