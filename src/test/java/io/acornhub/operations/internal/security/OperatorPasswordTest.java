// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OperatorPasswordTest {
    private final RememberingEncoder encoder = new RememberingEncoder();
    private final OperatorPassword passwords = new OperatorPassword(encoder);

    @TempDir
    Path folder;

    @Test
    void theFirstStartPrintsAPasswordThatTheFileKeepsOnlyAsAHash(CapturedOutput log) throws IOException {
        Path file = folder.resolve("data/operator.properties");
        String hash = passwords.hash(null, file);
        String password = printed(log);
        assertThat(encoder.matches(password, hash)).isTrue();
        assertThat(Files.readString(file)).doesNotContain(password).contains(hash);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aRestartKeepsThePasswordAndSaysHowToChangeIt(CapturedOutput log) {
        Path file = folder.resolve("operator.properties");
        String first = passwords.hash("", file);
        assertThat(passwords.hash(null, file)).isEqualTo(first);
        assertThat(log.getOut().split("shown once", -1)).hasSize(2);
        assertThat(log).contains("ACORN_OPERATOR_PASSWORD").contains("delete " + file);
    }

    @Test
    void aPasswordThatIsSetIsNeitherPrintedNorKept(CapturedOutput log) {
        Path file = folder.resolve("operator.properties");
        assertThat(encoder.matches("from the environment", passwords.hash("from the environment", file))).isTrue();
        assertThat(file).doesNotExist();
        assertThat(log).doesNotContain("from the environment");
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("operator.properties"), "nothing=here\n");
        assertThatThrownBy(() -> passwords.hash(null, file)).isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining(file.toString()).rootCause().hasMessageContaining("delete the file");
    }

    @Test
    void rememberingARightPasswordNeverLetsAnotherPass() {
        String hash = encoder.encode("right");
        assertThat(encoder.matches("right", hash)).isTrue();
        assertThat(encoder.matches("right", hash)).isTrue();
        assertThat(encoder.matches("wrong", hash)).isFalse();
        assertThat(encoder.matches("right", encoder.encode("other"))).isFalse();
    }

    private static String printed(CapturedOutput log) {
        Matcher password = Pattern.compile("shown once\\): ([a-z0-9]{24})").matcher(log.getOut());
        assertThat(password.find()).isTrue();
        return password.group(1);
    }
}
