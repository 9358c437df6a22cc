// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.UnsupportedEncodingException;

/** Names of files that partners give, made plain: never a folder, never what a file system takes for something else. */
final class FileNames {
    private static final int LONGEST = 120;

    private FileNames() {
    }

    /** From Content-Disposition, else from the parameter {@code name} of Content-Type; null when neither gives one. */
    static String of(MimeEntity entity) {
        String disposition = entity.headers().first("Content-Disposition");
        String name = null;
        if (disposition != null) {
            try {
                name = new ContentDisposition(disposition).getParameter("filename");
            } catch (ParseException e) {
                int begin = disposition.toLowerCase(java.util.Locale.ROOT).indexOf("filename=");
                name = begin < 0 ? null : disposition.substring(begin + "filename=".length());
            }
        }
        return plain(name == null ? entity.parameter("name") : name);
    }

    /** The last step of a path of any system, of letters, digits, blank and {@code . - _ ( ) + , = @ #}; null when nothing is left. */
    static String plain(String name) {
        if (name == null) {
            return null;
        }
        String text = name;
        try {
            text = MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException e) {
            // stays as it is written
        }
        text = text.replace("\"", "").replaceAll("\0.*", "");
        String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N} ._()+,=@#-]", "_").strip().replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (plain.isEmpty()) {
            return null;
        }
        return plain.length() > LONGEST ? plain.substring(plain.length() - LONGEST) : plain;
    }
}
